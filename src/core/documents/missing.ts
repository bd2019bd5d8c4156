// What a reference would need that is not known of a document.

import type { ProvedFields } from './document';

/** Fields every type needs but those of the press. */
const neededOfDocuments = ['author', 'issued'] as const satisfies readonly (keyof ProvedFields)[];

/** What a reference to each type would need (GB/T 7714). */
const needed: ReadonlyMap<string, readonly (keyof ProvedFields & string)[]> = new Map<
	string,
	readonly (keyof ProvedFields & string)[]
>([
	['article-newspaper', ['author', 'container-title', 'issued', 'page', 'URL']],
	['article-journal', ['author', 'container-title', 'issued', 'issue', 'page', 'URL']],
	['webpage', ['container-title', 'issued', 'URL']],
	['report', ['author', 'publisher', 'issued']],
	['speech', ['author', 'issued']],
	['legislation', ['author', 'issued']],
	['legal_case', ['author', 'issued']],
]);

/** Types of what organs issue. */
const ofOrgans: ReadonlySet<string | undefined> = new Set(['legislation', 'legal_case']);

/**
 * The fields a reference of this type would need and these do not have. A page whose site is known needs no other
 * container; a law that was on the web when it was read is still without its address.
 */
export function missingOf(fields: ProvedFields): ProvedFields['missing'] {
	const hasSite = fields.type === 'webpage' && fields.held?.from !== undefined;
	const isPaperOnline = ofOrgans.has(fields.type) && fields.missing?.includes('URL') === true;
	const wanted = needed.get(fields.type ?? 'document') ?? neededOfDocuments;
	const missing = [...wanted, ...(isPaperOnline ? (['URL'] as const) : [])].filter(
		field => fields[field] === undefined && !(field === 'container-title' && hasSite),
	);
	return missing.length > 0 ? missing : undefined;
}
