// Several edits of one Word file at random, and whether the draft is what it should be once they are taken over.
import { editsOf, movedBehind, returnedWord, type Proposal } from '../../../src/app/word/returned';
import { finishDraft, type FinishStyle } from '../../../src/core/citations/edits/finish';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { raisedMarks, type WordLayout } from '../../../src/core/word/manuscript';
import { sources } from '../../unit/citations/drafts';
import { wordOf } from '../wordFile';
import { EditedFile } from './editedFile';
import { edits } from './edits';
import { Chance, madeDraft, textOf } from './model';

export interface Mixture {
	readonly text: string;
	readonly bytes: Uint8Array;
	/** What was done. */
	readonly did: readonly string[];
	readonly expected: string;
}

export interface MixtureOf {
	readonly style: FinishStyle;
	readonly layout: WordLayout;
	readonly count: number;
	/** One kind of edit alone. */
	readonly only?: string;
	readonly isTracked?: boolean;
}

export async function mixtureOf(seed: number, of: MixtureOf): Promise<Mixture> {
	const chance = new Chance(seed);
	const draft = madeDraft(chance);
	const text = textOf(draft);
	const raised = [raisedMarks.open, raisedMarks.close] as const;
	const finished = finishDraft(new Draft(text, 'markdown'), of.style, sources, { edition: '2025', raised });
	const { bytes } = await wordOf(finished.text, { layout: of.layout });
	const file = new EditedFile(bytes, draft);
	if (file.expected() !== text) throw new Error(`The model has another draft:\n${file.expected()}\n${text}`);
	let number = 0;
	const words = () => `${fresh[number % fresh.length] ?? ''}第${String(++number)}项`;
	const did: string[] = [];
	for (let at = 0; at < of.count; at++) {
		const name = of.only ?? chance.pick([...edits.keys()]) ?? '';
		const hand = { chance, isTracked: of.isTracked ?? chance.is(0.5), words };
		const done = edits.get(name)?.(file, hand);
		if (done !== undefined) did.push(`${name}${hand.isTracked ? ', tracked' : ''}: ${done}`);
	}
	return { text, bytes: file.bytes(), did, expected: file.expected() };
}

const fresh = ['统筹谋划', '精准施策', '压茬推进', '久久为功', '守正出新', '靶向发力', '综合施治', '闭环管理'];

export interface Outcome {
	readonly proposals: readonly Proposal[];
	/** The draft with all of them, and with one after the other in some order. */
	readonly taken: string;
	readonly oneByOne: string;
}

export function outcomeOf({ text, bytes }: Pick<Mixture, 'text' | 'bytes'>, seed: number): Outcome {
	const proposals = returnedWord(bytes, new Draft(text, 'markdown'))?.proposals ?? [];
	const chance = new Chance(seed);
	let [oneByOne, left] = [text, proposals];
	for (let one = next(left, chance); one; one = next(left, chance)) {
		oneByOne = applyEdits(oneByOne, editsOf([one]));
		left = movedBehind(left, [one]);
	}
	return { proposals, taken: applyEdits(text, editsOf(proposals)), oneByOne };
}

function next(left: readonly Proposal[], chance: Chance): Proposal | undefined {
	return chance.pick(left.filter(({ edits }) => edits));
}

/**
 * A draft without what comes to the same: keys apart or in one bracket, empty lines, definitions that nothing cites any
 * more; and without what a number in brackets does not say, which paragraph of its source is meant.
 */
export function comparable(draft: string, style: FinishStyle): string {
	const apart = draft
		.replaceAll('; @', '][@')
		.replace(/\n+(?=- )/g, '\n')
		.replace(/\n{2,}/g, '\n\n')
		.trimEnd();
	const used = apart.replace(/^\[\^(\w+)\]: .*\n?/gm, (line, label: string) =>
		apart.split(`[^${label}]`).length > 2 ? line : '',
	);
	return (style === 'numeric' ? used.replaceAll(', 第3段', '') : used).trimEnd();
}
