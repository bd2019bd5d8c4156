// The door to reading drafts for Word and writing them, for the bundle that has the libraries.

import { Draft } from '../draft/draft';
import type { DraftLanguage } from '../draft/language';
import { readPicture, type Picture } from './images';
import type { Manuscript, WordLayout, WordProblem } from './manuscript';
import { readManuscript } from './read/read';
import type { ChosenTemplate } from './template/template';
import { writeWord } from './write/write';

/** A picture as its file has it, or why there is none. */
export type PictureBytes = Uint8Array | WordProblem['code'];

/** Reads one draft and writes it, picture by picture once they are at hand. */
export interface WordTools {
	/** Reads a draft whose citations are written out; which pictures it has. `comma`: parts the numbers of two notes. */
	read(text: string, language: DraftLanguage, comma?: string): Manuscript;
	/** The bytes of a Word file, and all that does not reach it as the draft has it. `pictures`: by their index. */
	write(
		manuscript: Manuscript,
		layout: WordLayout,
		pictures: readonly PictureBytes[],
		template?: ChosenTemplate,
	): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly WordProblem[] }>;
}

export function createWordTools(): WordTools {
	return {
		read: (text, language, comma) => readManuscript(new Draft(text, language), comma),
		async write(manuscript, layout, pictures, template) {
			const read = pictures.map(pictureOf);
			const refused = read.flatMap((one, at): WordProblem[] => {
				if (typeof one !== 'string') return [];
				return [{ code: one, what: manuscript.images[at] ?? '' }];
			});
			const usable = read.map(one => {
				if (typeof one === 'string') return undefined;
				return one;
			});
			const { bytes, problems } = await writeWord(manuscript, layout, usable, template);
			return { bytes, problems: [...manuscript.problems, ...refused, ...problems] };
		},
	};
}

function pictureOf(bytes: PictureBytes): Picture | WordProblem['code'] {
	if (typeof bytes === 'string') return bytes;
	return readPicture(bytes);
}
