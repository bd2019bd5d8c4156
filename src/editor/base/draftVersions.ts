// The drafts of documents, each version parsed once: whoever asks again before a document changes takes the same one.
import type { Draft, DraftLanguage, PolicyService } from '../../core/service';

/** A document of an editor, as far as its versions go. */
export interface VersionedDocument {
	/** Another one after every change. */
	readonly version: number;
	readonly languageId: string;
	getText(): string;
}

/** Keeps the last version of each document that was asked for, as long as the document is there. */
export class DraftVersions {
	private readonly known = new WeakMap<VersionedDocument, { readonly version: number; readonly draft: Draft }>();

	/** A document as it is now. */
	of(document: VersionedDocument, service: Pick<PolicyService, 'draft'>): Draft {
		const { version } = document;
		const language = document.languageId as DraftLanguage;
		const known = this.known.get(document);
		if (known?.version === version && known.draft.language === language) return known.draft;
		const draft = service.draft(document.getText(), language);
		this.known.set(document, { version, draft });
		return draft;
	}

	/** Forgets a document that was closed. */
	forget(document: VersionedDocument): void {
		this.known.delete(document);
	}
}
