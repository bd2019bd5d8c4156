// Of whom a recorded number is: of all of the country, or of a place. A sentence that cites nothing is held against a
// record only where it says itself that it tells of the same.

import type { Corpus } from '../../corpus/corpus';
import { workReport } from '../../text/officialNames';
import { placesIn } from './guards';
import type { SourceStatement } from './sourceFigures';

/** What tells of all of the country; 居全国第二 and 高于全国 tell of a place in it. */
const wholeCountry = /(?<!居|于|占|均|排|列)(?:我国|全国|中国|全社会)/;

/** Of whom the recorded numbers of a corpus are. */
export class Scopes {
	/** The places a number is of, none where it is of the country. */
	private readonly placesOf = new Map<SourceStatement, readonly string[]>();

	constructor(corpus: Corpus, statements: readonly SourceStatement[]) {
		for (const one of statements) {
			const title = corpus.source(one.source)?.title ?? '';
			// The numbers of a yearly report are told anew every year, and by every place.
			if (title.includes(workReport) || title.includes('公报')) continue;
			const own = placesIn(one.text);
			this.placesOf.set(one, own.length > 0 ? own : placesIn(title));
		}
	}

	/** Whether a sentence tells of what a number is of. */
	tellsOf(sentence: string, statement: SourceStatement): boolean {
		const places = this.placesOf.get(statement);
		if (!places) return false;
		return places.length > 0 ? places.every(one => sentence.includes(one)) : wholeCountry.test(sentence);
	}
}
