// The full texts of the packs as documents for an engine that holds them in memory.
import * as vscode from 'vscode';
import type { DocumentText, OfferedDocument } from '../../core/service';
import type { OwnPack } from '../packs/packs';

/** Offers what packs have; keeps in mind which texts are still the same. */
export class DocumentOffers {
	/** A text that was not read anew is the same list of paragraphs. */
	private readonly versions = new WeakMap<DocumentText['paragraphs'], string>();
	private last = 0;

	of(packs: readonly OwnPack[]): OfferedDocument[] {
		return packs.flatMap(({ folder, read: { data } }) =>
			(data.documents ?? []).map(({ source, file, paragraphs, layout }): OfferedDocument => {
				const name = vscode.Uri.joinPath(folder.uri, file).toString();
				const version = this.version(paragraphs);
				return {
					name,
					version,
					read: () => {
						const record = data.sources.find(one => one.id === source);
						return Promise.resolve({
							name,
							version,
							source,
							title: record?.title ?? source,
							...(record?.issued === undefined ? {} : { date: record.issued }),
							paragraphs,
							...(layout && { layout }),
						});
					},
				};
			}),
		);
	}

	private version(paragraphs: DocumentText['paragraphs']): string {
		const known = this.versions.get(paragraphs) ?? String(++this.last);
		this.versions.set(paragraphs, known);
		return known;
	}
}
