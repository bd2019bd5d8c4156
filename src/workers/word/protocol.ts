// What the editor and the thread that writes Word files say to each other.
// Types only: both sides are built apart.
import type { ChosenTemplate, DraftLanguage, WordCode, WordLayout, WordProblem } from '../../core/service';
import type * as channel from '../channel/contract';

/** What the thread can be asked, and what it answers: reading a draft, then writing what was read. */
export interface WordContract {
	readonly read: {
		readonly request: { readonly text: string; readonly language: DraftLanguage };
		readonly answer: readonly string[];
	};
	readonly write: {
		readonly request: {
			readonly layout: WordLayout;
			readonly pictures: readonly (Uint8Array | WordCode)[];
			readonly template: ChosenTemplate | undefined;
		};
		readonly answer: { readonly bytes: Uint8Array; readonly problems: readonly WordProblem[] };
	};
}

export type Asked = channel.Asked<WordContract>;
export type Answered = channel.Answered<WordContract>;
export type WordPort = channel.AskedPort<WordContract>;
