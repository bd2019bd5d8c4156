// What pushing documents to a group's library does: each case has an index of its own.
import { expect, test } from 'vitest';
import { GroupLibrary } from '../../../src/core/search/library/groupLibrary';
import { sendTo } from '../../../src/app/library/fetchEngine';
import type { Send } from '../../../src/core/search/library/transport';
import { Pusher } from '../../../src/app/library/push';
import { clock, offersOf, pushTo } from './groupLibrary';
import { documents } from './library';

const few = documents.slice(0, 3);

/** Pushes to the engine at an address, which has none of the indexes yet. */
export function pushesAsItShould(address: () => string): void {
	const open = (index: string, send: Send = sendTo(address())) =>
		new GroupLibrary({ send, index, searchPatience: 10_000 });
	const found = async (index: string, text: string) =>
		(await open(index).search({ text })).filter(hit => hit.exact).map(hit => `${hit.source} ${hit.paragraph}`);

	test('a dry run says what it would do, and does nothing', async () => {
		const index = 'push-dry';
		expect(await pushTo(address(), few, { index, dry: true })).toMatchObject({
			created: true,
			put: ['gaoyuan-2012.md', 'caoyuan-2016.md', 'keji-2024.md'],
			passages: 11,
		});
		await expect(open(index).status()).rejects.toThrow('absent');
	});

	test('a second time nothing is written, also when others call the same words otherwise', async () => {
		const index = 'push-twice';
		expect(await pushTo(address(), few, { index })).toMatchObject({ created: true, same: [], passages: 11 });
		expect(await pushTo(address(), few, { index })).toMatchObject({
			created: false,
			put: [],
			same: few.map(({ source }) => `${source}.md`),
			passages: 0,
		});
		const [first] = few;
		const renamed = [{ ...first!, source: 'gaoyuan', name: 'gaoyuan' }];
		expect(await pushTo(address(), renamed, { index })).toMatchObject({ put: [], same: ['gaoyuan.md'] });
		expect(await open(index).status()).toMatchObject({ documents: 3, passages: 11 });
	});

	test('other words under the same id are told of, and replaced where that is asked for', async () => {
		const index = 'push-update';
		await pushTo(address(), few, { index });
		const changed = [{ ...few[0]!, paragraphs: ['青稞改了种法。'] }];
		expect(await pushTo(address(), changed, { index })).toMatchObject({ differing: ['gaoyuan-2012.md'], passages: 0 });
		expect(await found(index, '粮食安全')).toEqual(['gaoyuan-2012 2']);
		expect(await pushTo(address(), changed, { index, update: true })).toMatchObject({
			updated: ['gaoyuan-2012.md'],
			passages: 1,
		});
		expect(await found(index, '青稞')).toEqual(['gaoyuan-2012 1']);
		expect(await open(index).status()).toMatchObject({ documents: 3, passages: 8 });
	});

	test('what was broken off goes on the next time, and leaves nothing behind', async () => {
		const index = 'push-broken';
		const send = sendTo(address());
		let writes = 0;
		const dying: Send = (request, signal) => {
			if (request.path.endsWith('/_bulk') && ++writes > 2) return Promise.reject(new Error('the line is cut'));
			return send(request, signal);
		};
		const [first] = few;
		await expect(new Pusher(dying, clock, { index }).push(offersOf([first!]))).rejects.toThrow('cut');
		const shorter = { ...first!, paragraphs: first!.paragraphs.slice(0, 2) };
		expect(await pushTo(address(), [shorter], { index })).toMatchObject({ created: false, put: ['gaoyuan-2012.md'] });
		expect(await open(index).status()).toMatchObject({ documents: 1, passages: 2 });
		expect(await found(index, '青稞')).toEqual(['gaoyuan-2012 1']);
	});

	test('cancelled, it keeps what it has done', async () => {
		const index = 'push-cancelled';
		const signal = { aborted: false };
		let asked = 0;
		const offers = offersOf(few).map(offer => ({
			...offer,
			read: () => {
				signal.aborted = ++asked === few.length;
				return offer.read();
			},
		}));
		const answer = await new Pusher(sendTo(address()), clock, { index, signal }).push(offers);
		expect(answer).toMatchObject({ cancelled: true, put: [] });
		expect(await pushTo(address(), few, { index })).toMatchObject({ put: few.map(({ source }) => `${source}.md`) });
	});

	test('what cannot be read is told, and the rest goes on', async () => {
		const index = 'push-problem';
		const problem = { file: 'x.md', code: 'document.head' };
		const offers = [{ name: 'x.md', read: () => Promise.resolve(problem) }, ...offersOf(few.slice(0, 1))];
		expect(await new Pusher(sendTo(address()), clock, { index }).push(offers)).toMatchObject({
			problems: [problem],
			put: ['gaoyuan-2012.md'],
		});
	});

	test('documents are taken away by their ids', async () => {
		const index = 'push-remove';
		await pushTo(address(), few, { index });
		const pusher = new Pusher(sendTo(address()), clock, { index });
		expect(await pusher.remove(['keji-2024', 'nowhere'])).toEqual(['keji-2024']);
		expect(await open(index).status()).toMatchObject({ documents: 2, passages: 7 });
		expect(await found(index, '新质生产力')).toEqual([]);
	});
}
