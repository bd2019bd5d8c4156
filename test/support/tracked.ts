// A Word file of ours as a reader gives it back: words taken out and put in with their changes tracked, and remarks.
import { zipOf } from '../../src/core/documents/office/zip';
import { partsOf } from './wordFile';

export interface Tracked {
	/** Words of one run. */
	readonly at: string;
	readonly delete?: string;
	readonly insert?: string;
	readonly remark?: string;
	/** Another way to write what is put in: runs, as XML. */
	readonly xml?: string;
	/** Not tracked: what stands there instead. */
	readonly instead?: string;
}

const who = 'w:author="王某" w:date="2024-03-18T09:00:00Z"';

const relation =
	'<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>';
const contentType =
	'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>';
const before = (xml: string, end: string, added: string) => xml.replace(end, added + end);

/** The file with changes made right behind the words `at`, or in them where `delete` says so. */
export function tracked(bytes: Uint8Array, changes: readonly Tracked[]): Uint8Array {
	const parts = partsOf(bytes);
	const text = (name: string) => new TextDecoder().decode(parts.get(name));
	let body = text('word/document.xml');
	const comments: string[] = [];
	for (const [id, change] of changes.entries()) {
		body = body.replace(runOf(change.at), (_, properties: string, words: string) =>
			changed(change, id, properties, words),
		);
		if (change.remark !== undefined)
			comments.push(`<w:comment w:id="${id}" ${who}><w:p><w:r><w:t>${change.remark}</w:t></w:r></w:p></w:comment>`);
	}
	const put = (name: string, xml: string) => parts.set(name, new TextEncoder().encode(xml));
	put('word/document.xml', body);
	if (comments.length > 0) {
		const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
		put(
			'word/comments.xml',
			`<?xml version="1.0" encoding="UTF-8"?><w:comments ${space}>${comments.join('')}</w:comments>`,
		);
		const relations = 'word/_rels/document.xml.rels';
		put(relations, before(text(relations), '</Relationships>', relation));
		put('[Content_Types].xml', before(text('[Content_Types].xml'), '</Types>', contentType));
	}
	return zipOf(parts);
}

function runOf(words: string): RegExp {
	return new RegExp(
		`<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>((?:(?!</w:t>).)*${words}(?:(?!</w:t>).)*)</w:t></w:r>`,
	);
}

function changed(change: Tracked, id: number, properties = '', words = ''): string {
	const run = (text: string, element = 't') =>
		text === '' ? '' : `<w:r>${properties}<w:${element} xml:space="preserve">${text}</w:${element}></w:r>`;
	const from = words.indexOf(change.at);
	const end = from + change.at.length;
	const [before, deleted] =
		change.delete === undefined && change.instead === undefined
			? [words.slice(0, end), '']
			: [words.slice(0, from), change.at];
	const out =
		deleted !== '' && change.instead === undefined
			? `<w:del w:id="${900 + id}" ${who}>${run(deleted, 'delText')}</w:del>`
			: '';
	const inner = change.xml ?? run(change.insert ?? '');
	const put = inner === '' ? '' : `<w:ins w:id="${800 + id}" ${who}>${inner}</w:ins>`;
	const [open, close] =
		change.remark === undefined
			? ['', '']
			: [
					`<w:commentRangeStart w:id="${id}"/>`,
					`<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
				];
	const kept =
		change.remark === undefined ? run(before) : run(before.slice(0, -change.at.length)) + open + run(change.at) + close;
	return kept + out + put + run(change.instead ?? '') + run(words.slice(end));
}
