// A window whose VS Code is Chinese, on a pack with documents: what is said in Chinese is tried in it.
import { afterAll, beforeAll } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';
import { files } from './library/passages';

const speech = [
	'---',
	'id: linjiang-2023',
	'type: article-newspaper',
	'title: 临江市水务工作会议讲话',
	'author: [{ literal: 林江 }]',
	'container-title: 临江日报',
	'issued: 2023-05-06',
	'---',
	'',
	'会议听取了全市河湖治理的情况。',
	'',
	'要把每一条河的水质数据按月向沿岸居民公布，让住在河边的人最先知道河水变清了没有。',
	'',
	'科技创薪这四个字写错了。',
	'',
].join('\n');

export let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: { ...files, 'policy-corpus/documents/linjiang.md': speech },
		locale: 'zh-CN',
		width: 1300,
		height: 900,
	});
});
afterAll(async () => {
	await vs.close();
});
