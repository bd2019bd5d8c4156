// The pieces of a quotation, each from mark to mark and with its numbers whole, as a quotation of its own would be.

import type { Step } from '../align';
import type { Match, Piece } from '../match';
import { readableAlignment } from '../presentation';
import { queryOf, type Query } from '../query';
import type { ReferenceTexts } from '../referenceTexts';

type Spliced = Extract<Match, { kind: 'spliced' }>;

/** The same pieces; those that were changed, or end within a number, made of what they were most likely made of. */
export function withWholePieces(match: Spliced, query: Query, authority: ReferenceTexts): Spliced {
	const pieces: Piece[] = [];
	const steps: Step[] = [];
	for (const [at, piece] of match.pieces.entries()) {
		const from = at === 0 ? 0 : piece.from;
		const to = match.pieces[at + 1]?.from ?? query.codes.length;
		const own = match.steps.filter(step => step.from >= from && (step.to < to || (step.to === to && step.from < to)));
		const end = piece.end ?? piece.start + piece.to - piece.from;
		const part = queryOf(query.text.slice(query.offsets[from], query.offsets[to]), query.cited);
		const found = { distance: own.length, start: piece.start, end, steps: own };
		const same = own.length === 0 && (part.spans.length === 0 || authority.hasSameNumbers(part.text, piece.start, end));
		if (same) {
			pieces.push({ ...piece, end });
			continue;
		}
		const whole = readableAlignment(found, part, authority);
		pieces.push({ from, to, start: whole.start, end: whole.end });
		steps.push(...whole.steps.map(step => ({ ...step, from: step.from + from, to: step.to + from })));
	}
	return { ...match, pieces, steps };
}
