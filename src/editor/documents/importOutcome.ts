// What became of an import: of each file, and of all.
import type * as vscode from 'vscode';
import type { Stored } from '../../app/importStore';
import type { ImportProblem } from '../../core/service';
import type { TableOutcome } from './importTable';

/** What became of one file. */
export interface Outcome {
	readonly name: string;
	readonly problems: readonly ImportProblem[];
}

export interface Imported {
	readonly folder: vscode.Uri;
	readonly files: readonly Outcome[];
	readonly stored: readonly Stored[];
	/** Documents that were there already, and those the person left out. */
	readonly skipped: number;
	readonly left: number;
	readonly tables: readonly TableOutcome[];
	/** The person stopped it before all files were read. */
	readonly stopped: boolean;
}
