// Libraries that drafts name: where a folder is not trusted no link leads out of it.
import { expect, test } from 'vitest';
import { BibliographyLook, bibliographiesIn } from '../../../src/app/bibliographies';

const text = { name: 'refs.bib', text: '' };

test.each([
	['a file', '/draft/refs.bib', '/draft/refs.bib', true],
	['a link that stays', '/draft/refs.bib', '/draft/more/refs.bib', true],
	['a link that leads out', '/draft/refs.bib', '/home/secret.bib', false],
	['a link into a folder of a like name', '/draft/refs.bib', '/draft-2/refs.bib', false],
	['a folder that is a link itself', '/draft/refs.bib', '/real/draft/refs.bib', true],
	['where no link can be told', '/draft/refs.bib', undefined, true],
])('%s', async (name, place, real, isRead) => {
	const asked: string[] = [];
	const folder = name === 'a folder that is a link itself' ? '/real/draft' : '/draft';
	const look = new BibliographyLook(
		async at => (asked.push(at), { text }) as never,
		async at => (at === '/draft' ? folder : real),
	);
	const found = await look.first({ name: 'refs.bib', candidates: [place], within: ['/draft'] });
	expect([found.library?.place, asked]).toEqual(isRead ? [place, [place]] : [undefined, []]);
	// In a folder that is trusted links lead anywhere.
	expect((await look.first({ name: 'refs.bib', candidates: [place] })).library?.place).toBe(place);
});

test('what a draft names carries the folders out of which no link may lead', () => {
	const named = [{ path: 'refs.bib', line: 1, start: 0, end: 8 }];
	const place = { folders: ['/draft'], refusal: () => undefined };
	const resolve = (folder: string | undefined, name: string) => `${folder ?? ''}/${name}`;
	expect(bibliographiesIn(named, { ...place, within: ['/draft'] }, resolve)[0]?.within).toEqual(['/draft']);
	expect(bibliographiesIn(named, place, resolve)[0]?.within).toBeUndefined();
});
