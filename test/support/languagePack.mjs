// Puts the Simplified Chinese of VS Code where a server finds it: a language pack from npm, some versions older than the editor. What it has
// no words for stays English.
// @ts-check
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { cache, npm } from './npm.mjs';

/** The last version that names a text by a key; later ones count the texts of an editor that is not ours. */
const pack = {
	name: '@codingame/monaco-vscode-language-pack-zh-hans',
	version: '4.2.1',
	sha512: 'Nkd9TM+dw+MpjvLvecv9d/QPkinttbQAmyCnJaCxLiptlboSzSzZgCuB7OmrfItim+V0+JLOuRSH14lR+udcZg==',
};

/**
 * The files of a package as npm packs them: a tar without links, names of at most 255 bytes.
 * @param {Buffer} tar
 * @returns {Generator<{ name: string, bytes: Buffer }>}
 */
export function* filesOfTar(tar) {
	const text = (/** @type {Buffer} */ block, /** @type {number} */ start, /** @type {number} */ length) =>
		block
			.subarray(start, start + length)
			.toString('utf8')
			.replace(/\0[\s\S]*$/, '');
	for (let at = 0; at + 512 <= tar.length;) {
		const head = tar.subarray(at, at + 512);
		const name = [text(head, 345, 155), text(head, 0, 100)].filter(Boolean).join('/');
		if (name === '') return;
		const size = parseInt(text(head, 124, 12), 8);
		const type = text(head, 156, 1);
		if (type === '' || type === '0') yield { name, bytes: tar.subarray(at + 512, at + 512 + size) };
		at += 512 + Math.ceil(size / 512) * 512;
	}
}

/**
 * The folder that holds the pack's translations, fetched once.
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
async function fetchPack(say) {
	const folder = join(cache, `language-pack-zh-cn-${pack.version}`);
	if (existsSync(folder)) return folder;
	say(`Fetching the Chinese language pack from npm into .vscode-test (once, 0.3 MB) …`);
	mkdirSync(cache, { recursive: true });
	const work = mkdtempSync(join(cache, 'language-pack-'));
	try {
		await npm(['pack', `${pack.name}@${pack.version}`, '--ignore-scripts', '--loglevel=error'], work);
		const archive = readFileSync(join(work, `${pack.name.replace('@', '').replace('/', '-')}-${pack.version}.tgz`));
		if (createHash('sha512').update(archive).digest('base64') !== pack.sha512)
			throw new Error('the language pack is not the one that is known');
		for (const { name, bytes } of filesOfTar(gunzipSync(archive))) {
			const file = join(work, name);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, bytes);
		}
		const translations = join(work, 'package/translations');
		const main = join(translations, 'main.i18n.json.mjs');
		renameSync(join(translations, 'main.i18n.json.js'), main);
		const { default: contents } = /** @type {{ default: object }} */ (await import(pathToFileURL(main).href));
		writeFileSync(join(translations, 'main.i18n.json'), JSON.stringify({ version: '1.0.0', contents }));
		renameSync(translations, folder);
	} finally {
		rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
	return folder;
}

/**
 * Gives a server the Chinese texts: windows whose browser asks for Chinese first are Chinese then.
 * @param {string} data the data folder of the server, before it starts
 * @param {(line: string) => void} say
 */
export async function addChinese(data, say) {
	const folder = await fetchPack(say);
	const suffix = '.i18n.json';
	const extensions = readdirSync(join(folder, 'extensions')).filter(file => file.endsWith(suffix));
	const translations = Object.fromEntries([
		['vscode', join(folder, `main${suffix}`)],
		...extensions.map(file => [file.slice(0, -suffix.length), join(folder, 'extensions', file)]),
	]);
	const extension = { extensionIdentifier: { id: 'ms-ceintl.vscode-language-pack-zh-hans' }, version: pack.version };
	writeFileSync(
		join(data, 'languagepacks.json'),
		JSON.stringify({
			'zh-cn': { hash: `zh-cn-${pack.version}`, extensions: [extension], translations, label: '中文(简体)' },
		}),
	);
}
