// A finding in a sentence: the rules say what, the corpus says which title and date.

import type { Corpus } from '../corpus/corpus';
import type { Facts, Names } from '../rules/rule';
import { sentenceOf, type FindingCode, type FindingData } from '../rules/table';
import { alike, dateWords, type Bilingual } from '../text/bilingual';
import { markedTitle } from '../text/titles';
import { fieldWords } from './fields';

/** What a sentence tells of a finding: its code and its data. */
type Worded = {
	readonly [C in FindingCode]: { readonly code: C; readonly data: FindingData[C] };
}[FindingCode];

/** A finding in a sentence; sources are named by title, date and paragraph. */
export function wordFinding({ code, data }: Worded, corpus: Corpus): Bilingual {
	return sentenceOf(code, data, namesOf(corpus));
}

/**
 * Where words stand: 《title》（date）, and the paragraph where the whole text is at hand; the id of a source that is
 * not in the corpus.
 */
export function placeWords({ source: id, citation, paragraph }: Facts, corpus: Corpus): Bilingual {
	const source = corpus.source(id ?? '');
	if (!source) return alike(id ?? '');
	const spoken = corpus.citation(citation ?? '')?.date;
	const date = source.issued ?? (source.held?.date === undefined ? spoken : undefined);
	let place = alike(markedTitle(source.title));
	if (date !== undefined) place = dated(place, dateWords(date));
	else if (source.held?.date !== undefined) place = dated(place, copied(source.held.date));
	if (paragraph === undefined || source.fidelity === 'excerpt') return place;
	return { zh: `${place.zh}第${paragraph}段`, en: `${place.en}, paragraph ${paragraph}` };
}

/** The date of the copy at hand is not when it was published, and is not taken for that. */
function copied(date: string): Bilingual {
	const { zh, en } = dateWords(date);
	return { zh: `所据转载页：${zh}`, en: `copy at hand: ${en}` };
}

function dated({ zh, en }: Bilingual, date: Bilingual): Bilingual {
	return { zh: `${zh}（${date.zh}）`, en: `${en} (${date.en})` };
}

function namesOf(corpus: Corpus): Names {
	return {
		place: data => placeWords(data, corpus),
		title: id => markedTitle(corpus.source(id)?.title ?? id),
		field: fieldWords,
	};
}
