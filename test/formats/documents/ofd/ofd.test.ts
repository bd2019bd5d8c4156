// OFD files made here, with the ways programs set text in them: paragraphs come out whole, a scan is told as one.
import { expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../../../src/core/documents/document';
import { readOfd } from '../../../../src/core/documents/ofd/ofd';
import { archive } from '../../../support/archive';
import { content, object, ofd, type Placed } from '../../../support/ofd';

const read = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
	readOfd(bytes, 'a.ofd', { ...defaultLimits, ...limits });

const sentence = '为深入实施创新驱动发展战略，加快培育科技型企业，经市政府同意，现就有关事项通知如下，请认真贯彻执行。';

/** Lines of 28 characters, the first set in by two. */
function paragraph(text: string, y: number): { readonly placed: readonly Placed[]; readonly end: number } {
	const lines = [text.slice(0, 26), ...(text.slice(26).match(/.{1,28}/g) ?? [])];
	return {
		placed: lines.map((line, i) => ({ text: line, x: i === 0 ? 40 : 30, y: y + i * 9 })),
		end: y + lines.length * 9,
	};
}

test('a paper: title, number, paragraphs and signature; properties prove nothing', async () => {
	const one = paragraph(sentence, 70);
	const two = paragraph(`${sentence}甲。`, one.end);
	const placed: readonly Placed[] = [
		{ text: '东山市人民政府办公室关于', x: 55, y: 25, size: 8 },
		{ text: '加快培育科技型企业的通知', x: 55, y: 37, size: 8 },
		{ text: '东政办发〔2024〕12号', x: 75, y: 55 },
		...one.placed,
		...two.placed,
		{ text: '东山市人民政府办公室', x: 120, y: two.end + 9 },
		{ text: '2024年3月5日', x: 130, y: two.end + 18 },
	];
	const { documents, problems } = await read(ofd([content(placed.map(object).join(''))]));
	expect(problems).toEqual([]);
	expect(documents[0]).toMatchObject({
		source: {
			type: 'legislation',
			title: '东山市人民政府办公室关于加快培育科技型企业的通知',
			author: [{ literal: '东山市人民政府办公室' }],
			number: '东政办发〔2024〕12号',
			issued: '2024-03-05',
		},
		paragraphs: ['东政办发〔2024〕12号', sentence, `${sentence}甲。`, '东山市人民政府办公室', '2024年3月5日'],
	});
	expect(documents[0]?.source).not.toHaveProperty('held');
});

test('characters each with an object of its own, lines within one run, scaled and turned text, a template below', async () => {
	const apart = [...sentence.slice(0, 20)].map((text, i) => object({ text, x: 30 + i * 5, y: 40 })).join('');
	const inOne = `<ofd:TextObject ID="3" Boundary="30 60 150 30" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5 5 5 -15 5 5 5" DeltaY="0 0 0 9 0 0 0">甲乙丙丁戊己庚辛</ofd:TextCode></ofd:TextObject>`;
	const scaled = object({ text: '缩放的一行文字。', x: 30, y: 90, size: 10, matrix: '0.5 0 0 0.5 0 0' });
	const turned = object({ text: '水印', x: 30, y: 120, matrix: '0.7 0.7 -0.7 0.7 0 0' });
	const { documents } = await read(
		ofd(
			[content(apart + inOne + scaled + turned, '<ofd:Template TemplateID="7"/>')],
			content(object({ text: '模板上的字。', x: 30, y: 130 })),
		),
	);
	const text = [documents[0]?.source.title, ...(documents[0]?.paragraphs ?? [])].join('');
	for (const part of [sentence.slice(0, 20), '甲乙丙丁', '戊己庚辛', '缩放的一行文字。', '模板上的字。'])
		expect(text).toContain(part);
	expect(documents[0]?.dropped).toContainEqual({ text: '水印', why: 'rotated', line: 1 });
});

test('a scan, a broken file and one with too much in it end in an answer', async () => {
	const scan = content('<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="5"/>');
	const code = async (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
		(await read(bytes, limits)).problems.map(({ code, data }) => `${code} ${String(data.reason ?? data.what)}`);
	expect(await code(ofd([scan]))).toEqual(['import.empty scanned']);
	expect(await code(ofd([content('')]))).toEqual(['import.empty nothing']);
	expect(await code(archive([['OFD.xml', '<x/>']]))).toEqual(['import.damaged parts']);
	const line = content(object({ text: sentence, x: 30, y: 40 }));
	expect(await code(ofd([line, line, line]), { pages: 2 })).toEqual(['import.large pages']);
	expect(await code(ofd([line]), { characters: 20 })).toEqual(['import.large characters']);
	const endless =
		'<ofd:TextObject Boundary="0 0 1 1" Size="5"><ofd:TextCode X="0" Y="0" DeltaX="g 999999999 1 g 999999999 1">甲乙。</ofd:TextCode></ofd:TextObject>';
	expect((await read(ofd([content(endless)]))).documents[0]?.paragraphs.join('')).toBe('甲乙。');
});
