// What the timeline's page holds and how it changes, and what of it becomes bars and rows. Pure: a state in, a state
// out.
import type { SourceUse, Timeline } from '../../core/service';
import type { Asked, GroupSheet, Request, Sheet, ToPage } from './protocol';

/** What outlives the page: hidden, moved or reloaded, it comes back with this. */
export interface Kept {
	readonly asked: Asked;
	/** The only year whose sources are shown; empty: all; `undated`: those without one. */
	readonly year: string;
}

export interface Model extends Kept {
	/** Number of the count that is waited for or shown; an answer with another number is out of date. */
	readonly request: number;
	readonly phase: 'loading' | 'shown' | 'failed';
	readonly sheet?: Sheet;
	/** What a group has, once that is known. */
	readonly group?: GroupSheet | undefined;
	/** What went wrong, in a sentence. */
	readonly trouble: string;
}

export const undated = 'undated';

/** Sources shown at most: more are no table any more. */
export const mostRows = 500;

/** The state from what was kept; anything that is not of our making counts as nothing kept. */
export function restore(kept: unknown): Model {
	const record = isRecord(kept) ? kept : {};
	const asked = isRecord(record['asked']) ? record['asked'] : {};
	return {
		asked: { words: typeof asked['words'] === 'string' ? asked['words'] : '', nested: asked['nested'] === true },
		year: typeof record['year'] === 'string' && /^(?:\d{4}|undated)$/.test(record['year']) ? record['year'] : '',
		request: 0,
		phase: 'loading',
		trouble: '',
	};
}

export function kept({ asked, year }: Model): Kept {
	return { asked, year };
}

/** The state once a count has been asked for, and the request to send. */
export function ask(model: Model, request: number): { readonly model: Model; readonly send: Request } {
	return { model: { ...model, request, phase: 'loading' }, send: { type: 'count', request, asked: model.asked } };
}

/** Something else is counted; what is shown until the answer comes is not about it. */
export function asking(model: Model, asked: Asked): Model {
	const same = asked.words === model.asked.words;
	return {
		asked,
		year: same ? model.year : '',
		request: 0,
		phase: 'loading',
		trouble: '',
		...(same && model.sheet ? { sheet: model.sheet } : {}),
	};
}

/** The state after an answer; one to an older request changes nothing (the same object comes back). */
export function answered(model: Model, answer: Extract<ToPage, { type: 'counted' | 'failed' }>): Model {
	if (answer.request !== model.request) return model;
	if (answer.type === 'failed') return { ...model, phase: 'failed', trouble: answer.said };
	const { timeline } = answer.sheet;
	const there =
		model.year === undated
			? timeline.undated.uses > 0
			: timeline.years.some(({ year, uses }) => year === model.year && uses > 0);
	return {
		...model,
		phase: 'shown',
		trouble: '',
		sheet: answer.sheet,
		group: undefined,
		year: there ? model.year : '',
	};
}

/** The state once it is known what a group has; of an older request it changes nothing. */
export function grouped(model: Model, { request, group }: Extract<ToPage, { type: 'group' }>): Model {
	return request === model.request && model.phase === 'shown' ? { ...model, group } : model;
}

/** The state when no answer came. */
export function unanswered(model: Model, request: number, said: string): Model {
	return model.phase === 'loading' && request === model.request ? { ...model, phase: 'failed', trouble: said } : model;
}

/** Only the sources of one year are shown; the same year again: all. */
export function only(model: Model, year: string): Model {
	return { ...model, year: year === model.year ? '' : year };
}

/** A bar of the chart. */
export interface Bar {
	/** Four digits, or `undated`. */
	readonly year: string;
	readonly uses: number;
	readonly documents: number;
	/** Sources of the year; 0: the corpus has none, which is not the same as not used. */
	readonly looked: number;
	/** 0 to 1 of the height. */
	readonly height: number;
	/** Whether its year is written below it. */
	readonly named: boolean;
}

/** Years between which nothing is left out; a corpus with a source of the year 1000 shows the years it has. */
const mostYears = 150;
/** Names that stand below the bars where there is room. */
const mostNames = 16;

/**
 * The bars from the first to the last year of the corpus, and one for what has no date; each year has a place, also one
 * without sources. `names`: how many have room below them.
 */
export function barsOf({ years, undated: none }: Timeline, names = mostNames): readonly Bar[] {
	const numbers = years.map(({ year }) => Number(year));
	const [from, to] = [numbers[0] ?? 0, numbers.at(-1) ?? -1];
	const known = new Map(years.map(year => [Number(year.year), year]));
	const all = to - from < mostYears ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : numbers;
	const highest = Math.max(1, none.uses, ...years.map(({ uses }) => uses));
	const step = Math.ceil(all.length / Math.max(1, Math.min(names, mostNames)));
	// The name of what has no date takes up the room of the last years where years are close.
	const last = none.uses > 0 && step > 1 ? all.length - 1 - step : all.length - 1;
	const bars = all.map((number, i): Bar => {
		const { uses = 0, documents = 0, looked = 0 } = known.get(number) ?? {};
		// Counted from the end, so that the last year that has room is named.
		return {
			year: String(number).padStart(4, '0'),
			uses,
			documents,
			looked,
			height: uses / highest,
			named: i <= last && (last - i) % step === 0,
		};
	});
	return none.uses > 0 ? [...bars, { year: undated, ...none, height: none.uses / highest, named: true }] : bars;
}

/** Whole numbers for the lines behind the bars, from 0 to beyond or at the largest, at most five. */
export function linesOf(most: number): readonly number[] {
	const rough = Math.max(1, most / 4);
	const ten = 10 ** Math.floor(Math.log10(rough));
	const step = Math.max(1, [1, 2, 5, 10].map(times => times * ten).find(size => size >= rough) ?? rough);
	return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** A source in the table, with the date to show. */
export interface Row extends SourceUse {
	readonly when: string;
}

/** The sources of the chosen year, or all. */
export function rowsOf({ sheet, year }: Model): readonly Row[] {
	if (!sheet) return [];
	const rows = sheet.timeline.documents.map((one, i): Row => ({ ...one, when: sheet.dates[i] ?? '' }));
	return year === '' ? rows : rows.filter(({ date }) => (date?.slice(0, 4) ?? undated) === year);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
