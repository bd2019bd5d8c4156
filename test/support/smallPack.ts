// A pack of three sources, as the build compiles one.
import type { CompiledPack } from '../../src/core/corpus/compile';

export const smallPack: CompiledPack = {
	data: {
		info: { id: 'small', title: '小' },
		sources: [
			{
				id: 'jin',
				type: 'article-newspaper',
				title: '一起抓',
				author: [{ literal: '金观平' }],
				'container-title': '经济日报',
				held: { date: '2024-02-14' },
				missing: ['issued', 'page'],
			},
			{
				id: 'du',
				type: 'article-journal',
				title: '强大动力',
				author: [{ literal: '杜传忠' }],
				'container-title': '学刊',
				issued: '2024',
				volume: '3',
				issue: '2',
				page: '1-9',
				language: 'zh-CN',
			},
			{
				id: 'wuyi',
				type: 'legislation',
				title: '规划',
				number: '国发〔2021〕29号',
				issued: '2021-12-12',
				URL: 'https://www.gov.cn/a_b',
			},
		],
		citations: [],
		terms: [],
		formulations: [],
	},
	pinyin: {},
	traditional: {},
};
