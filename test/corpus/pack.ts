// The shipped pack as it stands in corpus/, and the texts it was made from where they are at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPack } from '../../src/core/corpus/yaml/read';
import type { Body } from '../../src/core/corpus/check/texts';
import { listedTexts } from '../../src/cli/bodies';
import { readDump } from '../../src/core/documents/plain/dump';

export const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'corpus');

/** Everything read from corpus/. */
export const shipped = readPack(
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => /\.ya?ml$/.test(name))
		.map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') })),
);

/** The texts the corpus was made from are not shipped; checks that need them say how many of them did not run. */
const shared = join(root, '../shared');
export const sharedFolders = ['seeds', 'sources'].map(name => join(shared, name)).filter(existsSync);

/** Government reports, one a line. */
const reports = join(shared, 'data/government_work_reports_1954_2015.jsonl');
export const reportBodies: readonly Body[] = existsSync(reports)
	? listedTexts('reports.jsonl', readFileSync(reports, 'utf8'))
	: [];

const pages: readonly Body[] = sharedFolders.flatMap(path =>
	readdirSync(path)
		.filter(name => name.endsWith('.txt'))
		.sort()
		.map(name => {
			const dump = readDump(readFileSync(join(path, name), 'utf8'));
			return {
				name,
				...(dump.title === undefined ? {} : { title: dump.title }),
				paragraphs: dump.paragraphs.map(paragraph => paragraph.text),
			};
		}),
);

/** Every text the corpus was made from. */
export const bodies: readonly Body[] = [...pages, ...reportBodies];
