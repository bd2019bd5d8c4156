// Review while writing: what is shown in a draft, what a hover tells of it, and what can be done.
import * as vscode from 'vscode';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';
import { registerReviewActions } from './actions';
import { registerReviewDiagnostics } from './diagnostics';
import { registerReviewHover } from './hover';
import { registerReviewIgnore } from './ignore';
import type { Reviews } from './reviews';

export function registerReview(host: Host, packs: Packs, reviews: Reviews): vscode.Disposable {
	return vscode.Disposable.from(
		registerReviewDiagnostics(host, reviews, packs, packs.home),
		registerReviewHover(host, reviews),
		registerReviewActions(host, reviews),
		registerReviewIgnore(host, packs, reviews),
	);
}
