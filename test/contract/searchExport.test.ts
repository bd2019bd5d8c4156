// A search finds the same citations and passages, and an export writes the same file, wherever it is asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportTo, sourcesCited } from '../../src/app/export';
import { readPackOnce } from '../../src/app/packs/pack';
import { searchAll, type SearchRequest } from '../../src/app/search';
import { createLibraryTools, exportFormats } from '../../src/core/citations/exchange/tools';
import type { CompiledPack } from '../../src/core/corpus/compile';
import { mergePacks } from '../../src/core/corpus/merge';
import { createPackTools } from '../../src/core/corpus/tools';
import { Draft } from '../../src/core/draft/draft';
import { LocalIndex } from '../../src/core/search/index/localIndex';
import { MemoryStore } from '../../src/core/search/index/store';
import { createPolicyService, type PolicyService } from '../../src/core/service';
import { listDocuments } from '../../src/workers/index/folders';
import { freshFolder, jsonOf, layInMemory, layOnDisk, removeFolders, type Laid } from '../support/hosts';
import { pack } from './cases/drafts';

const tools = createPackTools();
const compiled = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/corpus.json'), 'utf8')) as CompiledPack;
const draft = '甲[@zhi-2020]，乙[^report-2012]，丙[@nokey]，丁[@jinguanping-2024]，又[@zhi-2020]。\n';
const tree = { ...pack, 'a.md': draft };

async function serviceOver({ files, root }: Laid): Promise<PolicyService> {
	const read = await readPackOnce(files, files.join(root, 'mine'), tools, Infinity);
	if (!read || 'fault' in read) throw new Error('no pack');
	return createPolicyService(mergePacks([{ compiled }, { compiled: tools.compile(read.data) }]).corpus);
}

let disk: Laid;
let services: readonly PolicyService[] = [];
let index: LocalIndex;
beforeAll(async () => {
	disk = layOnDisk(freshFolder(), tree);
	services = [await serviceOver(layInMemory(tree)), await serviceOver(disk)];
	index = new LocalIndex({ store: new MemoryStore(), list: listDocuments, pause: () => Promise.resolve() });
	await index.sync([join(disk.root, 'mine')]);
});
afterAll(async () => {
	await index.close();
	removeFolders();
});

describe('search', () => {
	const all: SearchRequest = { text: '', scope: 'both', limit: 10, filters: {} };
	test.each<[Partial<SearchRequest>, readonly string[]]>([
		[{ text: '新质生产力' }, []],
		[{ text: '粮食安全' }, []],
		[{ text: '经济发展方式', limit: 3 }, ['--limit', '3']],
		[{ text: '粮食安全', scope: 'citations' }, ['--in', 'citations']],
		[{ text: '粮食安全', scope: 'documents' }, ['--in', 'documents']],
		[{ text: '发展', limit: 4 }, ['--limit', '4']],
		[{ text: '粮食', filters: { kinds: ['document'] } }, ['--kind', 'document']],
		[{ text: '粮食', filters: { kinds: ['figure', 'document'] } }, ['--kind', 'figure', '--kind', 'document']],
		[{ text: '粮食', filters: { year: 2012 } }, ['--year', '2012']],
		[{ text: '粮食', filters: { source: 'report-2012' } }, ['--source', 'report-2012']],
		[{ text: '耕地', filters: { speaker: '王某' } }, ['--speaker', '王某']],
		[{ text: '没有任何东西会这样说' }, []],
	])('%j', async (asked, flags) => {
		const request = { ...all, ...asked };
		const [inMemory, onDisk] = await Promise.all(
			services.map(async service => {
				const { corpus, passages } = await searchAll(service, request, query => index.search(query));
				return [
					...corpus.hits.map(({ id, kind, text, score }) => ({ id, kind, text, score })),
					...passages.map(one => ({
						id: `${one.source}-p${one.paragraph}`,
						kind: 'document',
						text: one.text,
						score: one.score,
					})),
				];
			}),
		);
		expect(onDisk).toEqual(inMemory);
		interface Found {
			readonly id: string;
			readonly kind: string;
			readonly text: string;
			readonly score: number;
		}
		const printed = jsonOf<Found[]>(disk.root, 'search', request.text, '--corpus', 'mine', ...flags);
		expect(printed.map(({ id, kind, text, score }) => ({ id, kind, text, score }))).toEqual(inMemory);
	});
});

describe('export', () => {
	test.each(exportFormats)('%s: the sources a draft cites, and the keys that lead to none', async format => {
		const memory = layInMemory(tree);
		const files: string[] = [];
		const cited = [];
		for (const [i, { files: access, root }] of [memory, disk].entries()) {
			const found = sourcesCited(services[i]!.corpus, [new Draft(draft, 'markdown')]);
			const place = access.join(root, `out.${format}`);
			await exportTo(access, place, createLibraryTools(), format, found.sources);
			files.push(new TextDecoder().decode(await access.read(place)));
			cited.push(found);
		}
		expect(cited[1]).toEqual(cited[0]);
		expect(files[1]).toBe(files[0]);
		const answer = jsonOf<{ ids: string[]; unknown: string[]; text: string }>(
			disk.root,
			'export',
			'--format',
			format,
			'--cited',
			'a.md',
			'--corpus',
			'mine',
		);
		expect(answer.text).toBe(files[0]);
		expect(answer.ids).toEqual(cited[0]?.sources.map(({ id }) => id));
		expect(answer.unknown).toEqual(['nokey']);
		expect(answer.ids).toEqual(['zhi-2020', 'report-2012', 'jinguanping-2024']);
	});
});
