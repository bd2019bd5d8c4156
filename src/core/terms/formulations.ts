// Which formulation of the corpus stands at a place of a text, its slots filled with anything.
import type { Corpus } from '../corpus/corpus';
import { parts } from '../corpus/slots';
import { fold } from '../text/fold';
import { phraseUses, type Use } from './subject';

/** A formulation where it stands: UTF-16 code units, half-open. */
export interface FormulationSpan extends Pick<Use, 'start' | 'end'> {
	readonly id: string;
}

/** Fewer characters that are fixed make no formulation one would know again in a sentence. */
const fewest = 4;

/** The formulations of a corpus, made ready to be found in a line. */
export class Formulations {
	private readonly known: readonly { readonly id: string; readonly text: string; readonly pieces: readonly string[] }[];
	/**
	 * What finds a formulation, made when its words stand in a line for the first time: for all of them at once it takes
	 * too long.
	 */
	private readonly uses = new Map<string, (text: string) => readonly Use[]>();

	constructor(corpus: Corpus) {
		this.known = corpus.formulations.flatMap(({ id, text }) => {
			const pieces = parts(text)
				.flatMap(part => ('text' in part ? [fold(part.text).trim()] : []))
				.filter(piece => piece !== '');
			return pieces.join('').length < fewest ? [] : [{ id, text, pieces }];
		});
	}

	/** The longest formulation over the code unit at an offset. */
	at(text: string, offset: number): FormulationSpan | undefined {
		const folded = fold(text);
		let longest: FormulationSpan | undefined;
		for (const { id, text: wording, pieces } of this.known) {
			// Most of them are nowhere in the line.
			if (!pieces.every(piece => folded.includes(piece))) continue;
			const uses = this.uses.get(id) ?? phraseUses(wording);
			this.uses.set(id, uses);
			for (const { start, end } of uses(text)) {
				if (start <= offset && offset < end && (!longest || end - start > longest.end - longest.start))
					longest = { id, start, end };
			}
		}
		return longest;
	}
}
