// Whether a wording is anybody's to keep to: said officially, or of the writer's own pack.

import type { Corpus } from '../corpus/corpus';
import { isOfPublicBody, isStatement, standingOf } from '../corpus/statement';
import { normalizedText } from './compare/comparedText';
import { codesOf } from './compare/letterOffsets';
import type { ReferenceTexts } from './compare/referenceTexts';

/** The pack that ships with the extension, which also has what one newspaper wrote once. */
const shippedPack = 'new-quality-productive-forces';

/** Tells whose wordings are to be kept to; remembers what it told. */
export class VouchedWordings {
	private readonly known = new Map<string, boolean>();
	private statements: string | undefined;

	constructor(
		private readonly corpus: Corpus,
		private readonly authority: ReferenceTexts,
	) {}

	/** Whether a wording of a record, of which these are the letters, is official or the writer's own. */
	has(record: string, letters: string): boolean {
		let answer = this.known.get(letters);
		if (answer === undefined) {
			const pack = this.corpus.packOf(record);
			answer =
				pack?.id !== shippedPack || this.isStated(letters) || this.isOfficial(record) || this.isPublished(letters);
			this.known.set(letters, answer);
		}
		return answer;
	}

	private isStated(letters: string): boolean {
		this.statements ??= this.corpus.citations
			.filter(one => isStatement(one, this.corpus.source(one.source)))
			.map(one => normalizedText(one.text))
			.join('\0');
		return this.statements.includes(letters);
	}

	private isOfficial(record: string): boolean {
		const formulation = this.corpus.formulations.find(one => one.id === record);
		return formulation !== undefined && standingOf(formulation, this.corpus)?.kind === 'official';
	}

	/** Whether a public body has it in a document. */
	private isPublished(letters: string): boolean {
		const { grams } = this.authority;
		return grams.exact(codesOf(letters), 0, letters.length, 64).some(place => {
			const passage = this.authority.passageAt(place);
			return passage?.citation === undefined && isOfPublicBody(this.corpus.source(passage?.source ?? ''));
		});
	}
}
