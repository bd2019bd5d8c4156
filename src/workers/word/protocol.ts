// What the editor and the thread that writes Word files say to each other.
// Types only: both sides are built apart.
import type {
	ChosenTemplate,
	DraftLanguage,
	Finished,
	FinishStyle,
	PlanProblem,
	WordCode,
	WordLayout,
	WordProblem,
} from '../../core/service';
import type { FinishOptions } from '../../core/citations/edits/finish';
import type { NamedSources, SourceNames } from '../../core/citations/sources';
import type * as channel from '../channel/contract';

/** What the thread can be asked, and what it answers: opening a draft, a copy of it, reading it, writing it. */
export interface WordContract {
	readonly open: {
		readonly request: { readonly text: string; readonly language: DraftLanguage };
		readonly answer: SourceNames;
	};
	readonly copy: {
		readonly request: {
			readonly style: FinishStyle;
			readonly sources: NamedSources;
			readonly options: FinishOptions;
		};
		readonly answer: Finished;
	};
	readonly read: {
		readonly request: {
			readonly style: FinishStyle;
			readonly sources: NamedSources;
			readonly options: FinishOptions;
		};
		readonly answer: { readonly images: readonly string[]; readonly cites: readonly PlanProblem[] };
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
