// What a person may leave out of the review by name. By itself, since whoever only reads documents needs no rule.

import { codesOf, findingFamilies, ruleOf } from '../rules/table';

/** Everything (`*`), a family, a code. */
export function ignorableCodes(): readonly string[] {
	return [
		'*',
		...findingFamilies().flatMap(family => [family, ...codesOf(family).filter(code => ruleOf(code).ignorable)]),
	];
}
