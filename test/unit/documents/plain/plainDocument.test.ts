// Texts of laws and papers in plain text: the title again is none of their paragraphs, every note of a change counts.
import { expect, test } from 'vitest';
import { plainDocument } from '../../../../src/core/documents/plain/plainDocument';
import { repeatedTitle } from '../../../../src/core/documents/plain/repeatedTitle';

const articles = ['第一条 为了规范公司的组织和行为，制定本法。', '第二条 本法所称公司，是指依照本法设立的公司。'];

test('the title again, in one line or in a few, is left out, what stands before it stays', () => {
	const title = '最高人民法院关于某类案件适用法律若干问题的规定';
	const text = ['2022年7月1日 最高人民法院审判委员会第1870次会议通过', '最高人民法院'];
	const lines = [...text, '关于某类案件适用法律若干问题的规定', '法释〔2022〕17号', ...articles];
	const read = plainDocument(lines.join('\n\n'), { title });
	expect(read?.paragraphs).toEqual([text[0], '法释〔2022〕17号', ...articles]);
	expect(read?.dropped.map(({ text: line, why, after }) => [line, why, after])).toEqual([
		['最高人民法院', 'repeated', 1],
		['关于某类案件适用法律若干问题的规定', 'repeated', 1],
	]);
	expect(read?.source).toMatchObject({
		author: [{ literal: '最高人民法院' }],
		number: '法释〔2022〕17号',
		issued: '2022-07-01',
	});
});

test('nothing but the title again is text', () => {
	expect(plainDocument('# 题目\n\n题目', { title: '题目' })?.paragraphs).toContain('题目');
	expect(repeatedTitle(['甲', '乙'], undefined)).toBeUndefined();
	expect(repeatedTitle(['甲', '题', '目'], '题 目')).toEqual([1, 3]);
});

test('a law that was changed often has the day of its last change; 公司法 is a law', () => {
	const notes = Array.from(
		{ length: 11 },
		(_, i) => `${2000 + i}年3月1日 第九届全国人民代表大会常务委员会第${i + 1}次会议修正`,
	);
	const read = plainDocument([...notes, ...articles].join('\n\n'), { title: '中华人民共和国公司法' });
	expect(read?.source).toMatchObject({
		type: 'legislation',
		author: [{ literal: '全国人民代表大会常务委员会' }],
		issued: '2010-03-01',
	});
	expect(read?.paragraphs).toHaveLength(13);
});

test('amendments of laws are laws; justice and public organs by their name are no law', () => {
	const typeOf = (title: string) => plainDocument(articles.join('\n\n'), { title })?.source.type;
	expect(['刑法修正案（七）', '医疗机构制剂配制质量管理规范（试行）'].map(typeOf)).toEqual([
		'legislation',
		'legislation',
	]);
	expect(['论司法', '谈工作方法', '我的看法'].map(typeOf)).toEqual(['document', 'document', 'document']);
});
