// The same drafts have the same findings, fixes and sentences: as the editor reviews them, over files in memory and on
// the disk, and by the command line that was built; found by one walk of their folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bibliographiesIn, BibliographyReader, isUsed, librariesOf } from '../../src/app/bibliographies';
import { draftLanguageOf, draftsBelow, draftText, isReport } from '../../src/app/drafts';
import { wantedUnder } from '../../src/app/levels';
import { PackComposer, type PackRoot } from '../../src/app/packs/compose';
import { PackFiles } from '../../src/app/packs/packFiles';
import { reviewDraft, waysOut, type ReviewContext, type ReviewWishes } from '../../src/app/review';
import { createLibraryTools } from '../../src/core/citations/exchange/tools';
import type { CompiledPack } from '../../src/core/corpus/compile';
import { createPackTools } from '../../src/core/corpus/tools';
import { Draft } from '../../src/core/draft/draft';
import type { Edit } from '../../src/core/draft/edit';
import type { Finding } from '../../src/core/draft/finding';
import { refusalOf } from '../../src/core/draft/namedFile';
import { wordFinding } from '../../src/core/messages/findings';
import { findingCodes, findingFamilies } from '../../src/core/rules/table';
import { createService, type PolicyService, type ReferenceOptions } from '../../src/core/service';
import { callBuilt, freshFolder, layInMemory, layOnDisk, removeFolders, type Laid, type Tree } from '../support/hosts';
import { drafts, libraries, others, pack } from './cases/drafts';

const tools = createPackTools();
const shipped = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/corpus.json'), 'utf8')) as CompiledPack;
const anything = { all: true, uris: new Set<string>() };
const tree: Tree = {
	...pack,
	...libraries,
	...others,
	...Object.fromEntries(Object.entries(drafts).map(([name, text]) => [`drafts/${name}`, text])),
};

/** Drafts made after what real ones contain, with the pack they are held against. */
const cases = join(import.meta.dirname, '../../../shared/cases/documents');
const caseNames = existsSync(cases) ? readdirSync(cases).filter(name => /^2\d-.*\.md$/.test(name)) : [];
function caseTree(): Tree {
	const packFolder = join(cases, '20-pack');
	const packNames = readdirSync(packFolder, { recursive: true, encoding: 'utf8' })
		.map(name => name.replaceAll('\\', '/'))
		.filter(name => /\.\w+$/.test(name));
	return {
		...Object.fromEntries(
			packNames.map(name => [`mine/${name}`, new Uint8Array(readFileSync(join(packFolder, name)))]),
		),
		...Object.fromEntries(caseNames.map(name => [`drafts/${name}`, new Uint8Array(readFileSync(join(cases, name)))])),
	};
}

/** What the settings of the editor say where nothing is set. */
const references: ReferenceOptions = { edition: '2025', latin: 'edition', url: true, accessed: true, authors: 3 };
const asSet: ReviewWishes = { ...wantedUnder({ punctuation: 'off', structure: 'off' }), references };
const everything: ReviewWishes = { ...wantedUnder({}), all: true, references };

/** A finding as `check --json --fixes` prints it. */
type Told = Finding & {
	readonly file: string;
	readonly fixes: readonly { readonly kind: string; readonly edits: readonly Edit[] }[];
};
interface Reviewed {
	readonly findings: readonly Told[];
	readonly sentences: readonly { readonly zh: string; readonly en: string }[];
	/** Files that were not read, and why. */
	readonly unread: readonly string[];
	readonly files: readonly string[];
}

/** Reviews the drafts of the folder as the editor reviews a workspace. */
class Workspace {
	private readonly libraryTools = createLibraryTools();
	private readonly reader: BibliographyReader;
	private readonly composer: PackComposer<PackRoot>;
	private readonly packFiles: PackFiles;
	private readonly pack: string;
	private readonly services = new Map<string, PolicyService>();

	constructor(private readonly laid: Laid) {
		const { files, root } = laid;
		this.reader = new BibliographyReader(files, { error: () => undefined });
		this.composer = new PackComposer(files, () => undefined);
		this.pack = files.join(root, 'mine');
		this.packFiles = new PackFiles(files, this.pack);
	}

	async review(wishes: ReviewWishes): Promise<Reviewed> {
		const { files, root } = this.laid;
		await this.packFiles.readRecords(anything, () => false);
		for await (const read of this.packFiles.readDocuments(anything)) void read;
		const folder = files.join(root, 'drafts');
		const found = await draftsBelow(files, [{ place: folder }], new Set([this.pack]));
		const nameOf = (place: string) => place.slice(root.length + 1).replaceAll('\\', '/');
		const unread = found.unread.map(({ place, left }) => `${nameOf(place)} ${String(left?.why)}`);
		const told: Told[] = [];
		const sentences: Reviewed['sentences'][number][] = [];
		const names: string[] = [];
		for (const { place } of found.drafts) {
			const name = nameOf(place);
			const read = await draftText(files, place);
			if (!read || 'why' in read) unread.push(`${name} ${String(read?.why)}`);
			if (!read || 'why' in read || isReport(read.text)) continue;
			names.push(name);
			const draft = new Draft(read.text, draftLanguageOf(name) ?? 'markdown');
			const context = await this.contextOf(draft, place);
			const { service } = context;
			const review = await reviewDraft({ ...context, reviewer: service.reviewer() }, draft, wishes);
			for (const finding of review.findings) {
				const fixes = waysOut(service, draft, finding, 'footnote', references);
				told.push({ file: name, ...finding, fixes: fixes.map(({ kind, edits }) => ({ kind, edits: plain(edits) })) });
				sentences.push(wordFinding(finding, service.corpus));
			}
		}
		return { findings: told, sentences, unread, files: names };
	}

	private async contextOf(draft: Draft, place: string): Promise<Omit<ReviewContext, 'reviewer'>> {
		const { files, root } = this.laid;
		const above = place.replace(/[\\/][^\\/]*$/, '');
		const names = bibliographiesIn(
			draft.bibliographies,
			{ folders: [above, root], refusal: name => refusalOf(name, undefined, true, []) },
			files.resolve,
		);
		const look = this.reader.look(anything);
		const found = await Promise.all(
			names.map(async name => {
				const { library } = await look.first(name);
				return library && this.reader.loaded(library, async () => ({ packs: tools, libraries: this.libraryTools }));
			}),
		);
		const used = found.flatMap(library => (library && isUsed(library) ? [library] : []));
		const unused = names.filter((_, at) => found[at] === undefined || !isUsed(found[at]));
		const key = used.map(({ place: one }) => one).join('\n');
		let service = this.services.get(key);
		if (!service) {
			const composed = await this.composer.compose(
				{ compiled: shipped },
				[{ folder: { place: this.pack }, texts: this.packFiles.texts() }],
				used,
				{ tools, create: createService, pause: () => Promise.resolve() },
			);
			this.services.set(key, (service = composed.service));
		}
		return { service, ...librariesOf(unused) };
	}
}

const plain = (edits: readonly Edit[]) => edits.map(({ start, end, text }) => ({ start, end, text }));
const kinds: Readonly<Record<string, string>> = { unmark: 'mark', ignoreHere: 'ignore', reference: 'other' };
const asPrinted = (findings: readonly Told[]): unknown =>
	JSON.parse(
		JSON.stringify(
			findings.map(one => ({
				...one,
				fixes: one.fixes.map(({ kind, edits }) => ({ kind: kinds[kind] ?? kind, edits })),
			})),
		),
	);

let disk: Laid;
let memory: Workspace;
/** Reviews in memory, by what is looked for: each is made once. */
const known = new Map<ReviewWishes, Promise<Reviewed>>();
function inMemory(wishes: ReviewWishes): Promise<Reviewed> {
	const before = known.get(wishes);
	const review = before ?? memory.review(wishes);
	known.set(wishes, review);
	return review;
}
beforeAll(() => {
	disk = layOnDisk(freshFolder(), tree);
	memory = new Workspace(layInMemory(tree));
});
afterAll(removeFolders);

const checkIn = (root: string, ...flags: readonly string[]) =>
	callBuilt(root, 'check', 'drafts', '--corpus', 'mine', ...flags);
const check = (...flags: readonly string[]) => checkIn(disk.root, ...flags);

/** File by file, so that a difference is read where it is. */
function expectSame(printed: readonly Told[], { files, findings }: Reviewed): void {
	const ofFile = (list: readonly Told[], file: string) => list.filter(one => one.file === file);
	for (const file of files) expect(ofFile(printed, file), file).toEqual(asPrinted(ofFile(findings, file)));
	expect(printed.length).toBe(findings.length);
}

describe.skipIf(process.platform === 'win32')('drafts of a folder', () => {
	test('the same findings and fixes in memory, on the disk and on the command line', async () => {
		const expected = await inMemory(asSet);
		expect(await new Workspace(disk).review(asSet)).toEqual(expected);
		const { out, code } = check('--fixes', '--json');
		expectSame(JSON.parse(out) as Told[], expected);
		expect(code).toBe(2); // files that cannot be read
	});

	test('with everything that can be told', async () => {
		const { out } = check('--fixes', '--json', '--all', '--only', findingFamilies().join(','));
		expectSame(JSON.parse(out) as Told[], await inMemory(everything));
	});

	test('the same sentences, and the same files that are read and not read', async () => {
		const { sentences, files, unread } = await inMemory(asSet);
		const { out, err } = check('--sarif');
		const { runs } = JSON.parse(out) as { runs: { results: { message: { text: string } }[] }[] };
		const printed = runs[0]?.results.map(({ message }) => message.text) ?? [];
		expect(printed.length).toBe(sentences.length);
		for (const [i, { zh, en }] of sentences.entries()) {
			expect(printed[i]).toContain(zh);
			expect(printed[i]).toContain(en);
		}
		// Hidden ones are nobody's, links are followed within the folder, and each file is read once.
		const read = Object.keys(drafts).map(name => `drafts/${name}`);
		expect([...files].sort()).toEqual([...read, 'drafts/kept.md'].sort());
		expect([...unread].sort()).toEqual([
			'drafts/binary.txt binary',
			'drafts/dead.md link',
			'drafts/encoding.md encoding',
			'drafts/out.md link',
			'drafts/up link',
		]);
		const told = err.split('\n').filter(line => /: drafts\/\S+$/.test(line));
		expect(told.map(line => /\S+$/.exec(line)?.[0]).sort()).toEqual(unread.map(line => line.split(' ')[0]).sort());
	});

	test('between them the drafts have every kind of finding, and a key of a library that is read is no mistake', async () => {
		const { findings } = await inMemory(everything);
		const codes = new Set(findings.map(({ code }) => code));
		expect(findingCodes().filter(code => !codes.has(code))).toEqual([]);
		const undefinedIn = (file: string) =>
			findings.filter(one => one.file === `drafts/${file}` && one.code === 'reference.undefined').length;
		expect(['bib.md', 'json.md', 'yaml.md', 'ris.md', 'gbk.md', 'workplace.md', 'bibtex.tex'].map(undefinedIn)).toEqual(
			Array(7).fill(1),
		);
		// What is not read may have any key.
		expect(['gone.md', 'word.md', 'web.md', 'share.md'].map(undefinedIn)).toEqual(Array(4).fill(0));
	});

	if (caseNames.length === 0) test.skip('the drafts of the cases, which are not beside the project', () => undefined);
	else
		test(`${caseNames.length} drafts of the cases beside the project`, async () => {
			const laid = layOnDisk(freshFolder(), caseTree());
			const expected = await new Workspace(layInMemory(caseTree())).review(asSet);
			expect(expected.files.length).toBe(caseNames.length);
			expect(await new Workspace(laid).review(asSet)).toEqual(expected);
			expectSame(JSON.parse(checkIn(laid.root, '--fixes', '--json').out) as Told[], expected);
		});
});
