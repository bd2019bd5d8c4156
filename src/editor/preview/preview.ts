// The Markdown preview of VS Code shows the citations of drafts as a reader will see them. The plugin is a file of its
// own, read when the preview (or VS Code's own Markdown support) first wants it; the corpus when a page is drawn.
import * as vscode from 'vscode';
import type { PolicyService } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import type { Host } from '../base/host';
import { drawCitations } from './markdownPlugin';
import type { PreviewSource } from './page';
import type { CitationPreview } from './source';

type Markdown = Parameters<typeof drawCitations>[0];

export class PreviewCitations implements PreviewSource, vscode.Disposable {
	private service: PolicyService | undefined;
	private isLoading = false;
	private readonly subscription: vscode.Disposable;
	version: unknown = {};

	constructor(private readonly host: Host) {
		this.subscription = vscode.Disposable.from(
			host.onDidChangeService(service => this.renew(service)),
			host.onDidChangeSettings(() => this.renew(this.service)),
		);
	}

	/** What VS Code's Markdown support calls with its markdown-it. */
	extend(md: Markdown): Markdown {
		return drawCitations(md, this);
	}

	read(text: string): CitationPreview | undefined {
		const { service, host } = this;
		if (!service) {
			this.load();
			return undefined;
		}
		try {
			return service.citing.preview(service.draft(text, 'markdown'), referenceOptions(host.settings()));
		} catch (error) {
			host.log.error('preview', error instanceof Error ? error : String(error));
			return undefined;
		}
	}

	sayUnknown(keys: readonly string[]): string {
		return vscode.l10n.t('No source and no footnote is known for: {0}', keys.join(vscode.l10n.t(', ')));
	}

	dispose(): void {
		this.subscription.dispose();
	}

	private load(): void {
		if (this.isLoading) return;
		this.isLoading = true;
		this.host.service().then(
			service => this.renew(service, true),
			(error: unknown) => this.host.log.error('preview', error instanceof Error ? error : String(error)),
		);
	}

	/** Pages are drawn again, if any was. */
	private renew(service: PolicyService | undefined, first = false): void {
		if (!this.service && !first) return;
		this.service = service;
		this.version = {};
		void vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
	}
}
