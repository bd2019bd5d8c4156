// Random drafts, every command on them, and what is wrong afterwards; a draft that fails is made as small as it goes.
import { applyEdits, faultOf, inverseOf } from '../../src/core/draft/edit';
import { commands, type Attempt, type Command } from './commands';
import { randomDraft, textOf, type RandomDraft } from './drafts';
import { Random } from './random';

/** One thing that went wrong. */
export interface Fault {
	readonly command: string;
	readonly draft: RandomDraft;
	readonly said: string;
	/** The draft afterwards. */
	readonly after: string;
	/** Of the choices the command made. */
	readonly seed: number;
}

/** How often a command was run, how often it had something to do, and what went wrong. */
export interface Figures {
	runs: number;
	edits: number;
	faults: number;
}

/** What is wrong with a command on a text; nothing where it has nothing to do. */
function wrong(
	command: Command,
	text: string,
	draft: RandomDraft,
	seed: number,
): { readonly edits: number; readonly said: string[]; readonly after: string } {
	let attempt: Attempt | undefined;
	try {
		attempt = command.run(text, draft.language, new Random(seed));
		if (!attempt || attempt.edits.length === 0) return { edits: 0, said: [], after: text };
		const { edits } = attempt;
		const fault = faultOf(text, edits);
		if (fault) return { edits: 1, said: [`edits: ${fault.code} at ${fault.at}`], after: text };
		const after = applyEdits(text, edits);
		const said: string[] = [];
		if (applyEdits(after, inverseOf(text, edits)) !== text) said.push('taken back it is another text');
		if (/\uFFFD/.test(after)) said.push('a character is broken');
		if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(after))
			said.push('half of a character');
		said.push(...attempt.faults(after));
		const again = attempt.again?.(after) ?? [];
		if (again.length > 0) said.push(`a second time changes something: ${JSON.stringify(again)}`);
		return { edits: 1, said, after };
	} catch (error) {
		const said = `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
		return { edits: 1, said: [said], after: text };
	}
}

const kind = (said: string) => said.slice(0, said.indexOf(':') + 1 || undefined);

const empties = (draft: RandomDraft) => textOf(draft).match(/\]:[ \t]*(?:[\r\n]|$)/g)?.length ?? 0;

/** The same fault in a smaller draft: pieces left out, then characters. */
function smaller(command: Command, fault: Fault): Fault {
	let best = fault;
	const tries = (draft: RandomDraft) => {
		// A note that loses its words is another matter.
		if (empties(draft) > empties(fault.draft)) return false;
		for (const seed of [best.seed, best.seed + 1, best.seed + 2, best.seed + 3, best.seed + 4]) {
			const { said: all, after } = wrong(command, textOf(draft), draft, seed);
			const said = all.find(one => kind(one) === kind(best.said));
			if (said === undefined) continue;
			best = { ...best, draft, said, seed, after };
			return true;
		}
		return false;
	};
	for (let length = best.draft.pieces.length; length >= 1; length = Math.floor(length / 2))
		for (let at = 0; at + length <= best.draft.pieces.length;)
			if (!tries({ ...best.draft, pieces: best.draft.pieces.toSpliced(at, length) })) at += length;
	// Lines, then what stands in them; marks of blocks and citations stay whole.
	for (const parts of [/[^\n]*\n+|[^\n]+$/g, /\[\^[^\]]*\]:.*|\[[@^][^\]]*\]|<[^>]*>|[!-~\s]+|[^]/gu]) {
		const cut = { ...best.draft, pieces: best.draft.pieces.join('').match(parts) ?? [] };
		if (!tries(cut)) return best;
		for (const length of [16, 4, 1, 1])
			for (let at = 0; at + length <= best.draft.pieces.length;)
				if (
					/[!-~\s]/.test(best.draft.pieces[at]!) ||
					!tries({ ...best.draft, pieces: best.draft.pieces.toSpliced(at, length) })
				)
					at++;
	}
	if (best.draft.lineEnd === '\r\n') tries({ ...best.draft, lineEnd: '\n' });
	return best;
}

/** Runs commands on drafts until so many edits were made. `told`: each fault, as small as it goes; `only`: commands whose names hold this. */
export function fuzz(
	edits: number,
	seed: number,
	told: (fault: Fault) => void,
	only = '',
	reduce = true,
): ReadonlyMap<string, Figures> {
	const figures = new Map<string, Figures>();
	const some = commands.filter(one => one.name.includes(only));
	let made = 0;
	for (let number = 0; made < edits && number < edits * 20; number++) {
		const random = new Random(seed + number * 7919);
		const draft = randomDraft(random);
		const text = textOf(draft);
		for (const command of some) {
			if (!command.languages.includes(draft.language)) continue;
			const choices = random.below(2 ** 31);
			const of = figures.get(command.name) ?? { runs: 0, edits: 0, faults: 0 };
			figures.set(command.name, of);
			const { edits: done, said, after } = wrong(command, text, draft, choices);
			of.runs++;
			of.edits += done;
			made += done;
			if (said.length === 0) continue;
			of.faults++;
			const fault = { command: command.name, draft, said: said[0]!, seed: choices, after };
			told(reduce && of.faults <= 5 ? smaller(command, fault) : fault);
		}
	}
	return figures;
}
