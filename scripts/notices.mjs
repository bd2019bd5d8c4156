// The licences of what is bundled, beside it, as those licences ask for: every package whose code or data is in dist/, with its text.
// Must not decide what is bundled; a package without a licence text is an error.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a package says of itself that brings no text of its licence, by its SPDX name. */
const standard = {
	ISC: (/** @type {string} */ author) => `ISC License

Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};

/** @param {string} folder @returns {{ name: string, version: string, license: string, author?: string | { name: string }, dependencies?: Record<string, string> }} */
const manifest = folder => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * The folder of a package as another one finds it.
 * @param {string} root of the project
 * @param {string} name
 * @param {string} [from] the folder of the other
 */
function folderOf(root, name, from) {
	const own = from && join(from, 'node_modules', name);
	return own && existsSync(own) ? own : join(root, 'node_modules', name);
}

/**
 * The packages that are bundled, and all those that they depend on.
 * @param {string} root
 * @param {readonly string[]} inputs
 * @param {readonly string[]} others
 * @returns {string[]} their folders
 */
function folders(root, inputs, others) {
	const found = new Set(others.map(name => folderOf(root, name)));
	for (const input of inputs) {
		const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];
		if (name) found.add(folderOf(root, name));
	}
	for (const folder of found)
		for (const name of Object.keys(manifest(folder).dependencies ?? {}))
			if (!name.startsWith('@types/')) found.add(folderOf(root, name, folder)); // nothing of types is shipped
	return [...found];
}

/** @param {string} path @returns {string} */
const block = path => '```text\n' + readFileSync(path, 'utf8').replaceAll('```', "'''").trim() + '\n```';

/** @param {string} folder @returns {string} the part of one package */
function part(folder) {
	const { name, version, license, author } = manifest(folder);
	const texts = readdirSync(folder)
		.filter(file => /^(?:licen[cs]e|notice|third_party)[\w.-]*$/i.test(file) && !/^licenses$/i.test(file))
		.sort()
		.map(file => block(join(folder, file)));
	if (texts.length === 0) {
		const text =
			license === 'ISC' ? standard.ISC(typeof author === 'string' ? author : (author?.name ?? name)) : undefined;
		if (text === undefined) throw new Error(`${name} has no licence text`);
		texts.push('```text\n' + text + '\n```');
	}
	return `## ${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** @param {string} one @param {string} other by their code units @returns {number} */
const compare = (one, other) => Number(one > other) - Number(one < other);

/**
 * What parts of one licence have alike: these stand together, so that the whole packs small.
 * @param {string} one a part
 */
function likeness(one) {
	const text = one.replace(/^## .*$|^.*\bCopyright\b.*$/gm, '');
	return `${/\(([^()]*)\)$/m.exec(one)?.[1] ?? ''} ${String(text.length).padStart(6, '0')} ${text}`;
}

/**
 * The notices for bundled files.
 * @param {string} root of the project
 * @param {readonly string[]} inputs paths of the files that were bundled
 * @param {readonly string[]} [others] packages of which something else is shipped, such as data
 * @param {readonly { title: string, file: string }[]} [data] data of others within a package, with the file of its licence
 * @returns {string} Markdown
 */
export function notices(root, inputs, others = [], data = []) {
	const parts = [
		...folders(root, inputs, others).map(part),
		...data.map(({ title, file }) => `## ${title}\n\n${block(join(root, 'node_modules', file))}\n`),
	].sort((one, other) => compare(likeness(one), likeness(other)) || compare(one, other));
	return `# Third-party software\n\nThe extension contains what is named below, under licences of its own.\n\n${parts.join('\n')}`;
}
