// A finding in the person's language; sources are named by title, date and paragraph, never by id.
import {
	placeWords,
	ruleOf,
	wordFinding as worded,
	type Facts,
	type Finding,
	type PolicyService,
} from '../../core/service';
import { say } from '../base/say';

/** Where words stand: 《title》（date），paragraph n. */
export function sourcePlace(data: Facts, service: PolicyService): string {
	return say(placeWords(data, service.corpus));
}

/** A finding in a sentence. */
export function wordFinding(finding: Finding, service: PolicyService): string {
	return say(worded(finding, service.corpus));
}

/** What a person calls a kind of findings, for lists and reports. */
export function kindName(code: Finding['code']): string {
	return say(ruleOf(code).name);
}
