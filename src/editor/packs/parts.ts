// What packs are read with, each part loaded when it is first needed.
import * as vscode from 'vscode';
import type { ReadingTools } from '../../app/bibliographies';
import type { CreateService } from '../../app/packs/compose';
import type { BibliographyTools, LoadedPack, PackTools } from '../../core/service';

/** What the platform and the core hand in. */
export interface PackParts {
	/** The shipped pack, compiled at build. */
	readonly shipped: () => Promise<LoadedPack>;
	/** Loads what reads YAML; asked only when there is a pack of a person's own. */
	readonly tools: () => Promise<PackTools>;
	/** Loads what reads libraries of other programs; asked only when there is one, or something is to be exported. */
	readonly libraries: () => Promise<BibliographyTools>;
	/** Loads what makes a service out of packs; asked when the first question comes. */
	readonly core: () => Promise<CreateService>;
}

export class LoadedParts {
	private shippedPack: Promise<LoadedPack> | undefined;
	private loadedTools: Promise<PackTools> | undefined;

	/** What reads libraries of other programs. */
	readonly readingTools: ReadingTools = async () => ({
		packs: await this.tools(),
		libraries: await this.parts.libraries(),
	});

	/** `failed` is told of a shipped pack that cannot be read. */
	constructor(
		private readonly parts: PackParts,
		private readonly failed: (name: string, error: unknown) => void,
	) {}

	/** What makes a service out of packs. */
	core(): Promise<CreateService> {
		return this.parts.core();
	}

	/** What reads and writes YAML. A failure to load it is not kept: the next time it is tried again. */
	tools(): Promise<PackTools> {
		return (this.loadedTools ??= this.parts.tools().catch((error: unknown) => {
			this.loadedTools = undefined;
			throw error;
		}));
	}

	/** The shipped pack; where it cannot be read, the person is told, and an empty one stands for it. */
	shipped(): Promise<LoadedPack> {
		return (this.shippedPack ??= this.parts.shipped().catch((error: unknown) => {
			this.failed('shipped corpus', error);
			void vscode.window.showErrorMessage(
				vscode.l10n.t(
					'The corpus that comes with the extension cannot be read. Please reinstall the extension; your own packs still work.',
				),
			);
			return nothing;
		}));
	}
}

const nothing: LoadedPack = {
	compiled: {
		data: { info: { id: 'none', title: '' }, sources: [], citations: [], terms: [], formulations: [] },
		pinyin: {},
		traditional: {},
	},
};
