// One review of a draft as the settings want it, in slices, so that typing goes first.
import type * as vscode from 'vscode';
import { wantedUnder } from '../../app/levels';
import { nextTurn } from '../../app/pause';
import type { ReviewRun, ReviewWishes } from '../../app/review';
import type { PolicyService } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import type { Host } from '../base/host';
import { seekIn } from './seek';

/** Milliseconds of work after which others get their turn. */
const slice = 4;

/** What the settings want to be looked for. */
export function wishesOf(host: Host): ReviewWishes {
	const settings = host.settings();
	return { ...wantedUnder(settings.review.severity), references: referenceOptions(settings) };
}

/**
 * A review that gives way to others, and stops when nobody waits any more. `report` is told how many milliseconds it
 * has been at work.
 */
export function runOf(
	host: Host,
	service: PolicyService,
	token: vscode.CancellationToken | undefined,
	report?: (done: number) => void,
): ReviewRun {
	const begin = Date.now();
	let since = begin;
	const seek = seekIn(host, service);
	return {
		signal: {
			get aborted() {
				return token?.isCancellationRequested ?? false;
			},
		},
		pause: async () => {
			if (Date.now() - since < slice) return;
			await nextTurn();
			since = Date.now();
			report?.(since - begin);
		},
		...(seek ? { seek } : {}),
	};
}
