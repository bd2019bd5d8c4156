// What a person does with whole sentences and paragraphs that cite: copies, moves, parts and joins them, tracked or not.
import { describe, expect, test } from 'vitest';
import { wordLayouts } from '../../../../src/core/word/manuscript';
import { cameBack } from '../../../support/cameBack';
import { sources } from '../../../unit/citations/drafts';

const who = 'w:id="9" w:author="王某" w:date="2024-03-18T09:00:00Z"';
const first = '要稳中求进[@jin-2024; @wang-2023]。要统筹**发展和安全**[^a]。';
const second = '各部门要把各项任务落实到位[@jin-2024, 第3段]。';
const third = '重大情况及时报告[^a]。';
const notes = '\n\n[^a]: 手写的注文。\n';
const draft = `# 关于发展的意见\n\n各区：\n\n${first}\n\n${second}\n\n${third}${notes}`;

const paragraph = (words: string) => new RegExp(`<w:p>(?:(?!</w:p>).)*${words}(?:(?!</w:p>).)*</w:p>`, 's');
const found = (xml: string, words: string) => paragraph(words).exec(xml)?.[0] ?? '';
const inner = (xml: string) => xml.replace(/^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?|<\/w:p>$/gs, '');
/** As a copy is written: notes of its own. */
const copied = (xml: string) =>
	xml.replace(/<w:bookmark[^>]*>/g, '').replace(/(<w:footnoteReference w:id=")/g, (_, open: string) => `${open}9`);
const takenOut = (xml: string) => `<w:del ${who}>${xml.replace(/w:t(?=[ >])/g, 'w:delText')}</w:del>`;
const withEnd = (xml: string, kind: string) =>
	xml.replace(
		/<w:p>(?:<w:pPr>)?/,
		open => `${open.includes('pPr') ? open : `${open}<w:pPr>`}<w:rPr><w:${kind} ${who}/></w:rPr>`,
	);
/** Notes of the file, each a second time under the number of its copy. */
const twice = (xml: string) =>
	xml.replace(/<w:footnote w:id="(\d)".*?<\/w:footnote>/gs, (all, id: string) =>
		id === '0' ? all : all + all.replace(`w:id="${id}"`, `w:id="9${id}"`),
	);
const edited = (change: (xml: string) => string) => (xml: string, part: string) => {
	if (part === 'word/footnotes.xml') return twice(xml);
	return part === 'word/document.xml' ? change(xml) : xml;
};

const splitAt = /(。)<\/w:t><\/w:r>|(?<=<w:t[^>]*>)(。)(?=要统筹)/s;
const parted = (xml: string) =>
	xml.replace(found(xml, '稳中求进'), all => {
		const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(all)?.[0] ?? '';
		return all.replace(splitAt, '。</w:t></w:r></w:p><w:p>' + properties + '<w:r><w:t>');
	});
const joined = (xml: string) => {
	const next = found(xml, '落实到位');
	return xml.replace(next, '').replace(found(xml, '稳中求进'), all => all.replace('</w:p>', `${inner(next)}</w:p>`));
};

describe.each(wordLayouts)('%s', layout => {
	const back = (change: (xml: string) => string) => cameBack(draft, sources, { layout, change: edited(change) });

	test('a paragraph that was parted with nothing tracked loses no word', async () => {
		const { proposals, taken } = await back(parted);
		expect(proposals.map(({ kind }) => kind)).toEqual(['difference']);
		expect(taken).toBe(draft.replace('。要统筹', '。\n\n要统筹'));
	});

	test('paragraphs that were joined with nothing tracked stand once', async () => {
		const { proposals, taken } = await back(joined);
		expect(proposals.map(({ kind, deleted }) => `${kind} ${deleted}`)).toEqual(['difference ¶']);
		expect(taken).toBe(draft.replace(`${first}\n\n`, first));
	});

	test.each([true, false])('a sentence that was copied cites what it cites, tracked: %s', async isTracked => {
		const { taken } = await back(xml => {
			const copy = copied(inner(found(xml, '落实到位')));
			const put = isTracked ? `<w:ins ${who}>${copy}</w:ins>` : copy;
			return xml.replace(found(xml, '及时报告'), all => all.replace('</w:p>', `${put}</w:p>`));
		});
		expect(taken).toBe(draft.replace(third, third + second));
	});

	test.each(['ins', 'moveTo'])('a paragraph that moved and was tracked is what the draft has: %s', async kind => {
		const { taken } = await back(xml => {
			const one = found(xml, '稳中求进');
			const out = withEnd(
				one.replace(inner(one), () => takenOut(inner(one))),
				'del',
			);
			const put = withEnd(
				one.replace(inner(one), () => `<w:${kind} ${who}>${copied(inner(one))}</w:${kind}>`),
				'ins',
			);
			return xml.replace(one, () => out).replace(found(xml, '落实到位'), all => all + put);
		});
		expect(taken).toBe(draft.replace(`${first}\n\n`, '').replace(second, `${second}\n\n${first}`));
	});

	test('a note again, whose first was taken out, stays what it is', async () => {
		const note =
			/<w:bookmarkStart [^>]*\/><w:r>(?:(?!<\/w:r>).)*<w:footnoteReference w:id="3"\/><\/w:r><w:bookmarkEnd[^>]*\/>/s;
		const { proposals, taken } = await back(xml => xml.replace(note, ''));
		expect(proposals).toHaveLength(1);
		expect(taken).toBe(draft.replace('**[^a]', '**'));
	});

	test('a note again that was taken out and tracked as LibreOffice writes it: its number alone', async () => {
		const shown = /(NOTEREF(?:(?!<\/w:p>).)*?"separate"\/><\/w:r>)(<w:r[ >](?:(?!<\/w:r>).)*<\/w:r>)/s;
		const { proposals, taken } = await back(xml =>
			xml.replace(shown, (_, open: string, run: string) => open + takenOut(run)),
		);
		expect(proposals.map(({ kind, author }) => `${kind} ${author}`)).toEqual(['change 王某']);
		expect(taken).toBe(draft.replace(third, '重大情况及时报告。'));
	});

	test('other words around a citation leave it what it is', async () => {
		const { taken } = await back(xml => xml.replace('各部门要把各项任务落实到位', '另说一件完全不相干的事'));
		expect(taken).toBe(draft.replace('各部门要把各项任务落实到位', '另说一件完全不相干的事'));
	});
});
