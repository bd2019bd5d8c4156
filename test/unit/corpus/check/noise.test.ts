// What never belongs in a record, and the honest sentences that come close to it.
import { expect, test } from 'vitest';
import { isSpam, noiseIn } from '../../../../src/core/corpus/check/noise';

test.each([
	'久久精品一区二区免费看',
	'波多野结衣一区二区三区88',
	'91一区二区三区',
	'在线观看日韩一区',
	'亚洲一区视频在线播放',
	'美女视频一区三区网站在线观看',
	'天堂Av无码Av一区二区三区',
	'成人精品一区久久久久',
	'国产福利电影一区二区三区,日韩伦理电影在线福',
	'激情无码亚洲一区',
	'又紧又大又爽精品一区二区',
	'主站蜘蛛池模板:',
])('spam: %s', text => {
	expect(isSpam(text)).toBe(true);
	expect(noiseIn(text)).toBe('spam');
});

test.each([
	'面向欧美、日韩和亚洲其他市场拓展贸易',
	'打造更多国产精品，提升品牌价值',
	'园区分为一区、二区、三区，各有侧重',
	'构建“一区多园”发展格局',
	'实行一区二区联动发展',
	'保障妇女儿童福利，丰富群众夜间文化生活',
	'发展在线教育、视频会议等新业态',
	'成人高等教育改革',
	'科技伦理治理',
	'久久为功，善作善成',
	'Java 与 GAV 技术路线',
	'免费开放公共图书馆，群众观看演出',
])('no noise: %s', text => {
	expect(noiseIn(text)).toBeUndefined();
});

test.each([
	['精准扶贫 深耕“三农” ...', 'truncated'],
	['...形成丰富的科技成果', 'truncated'],
	['版权所有:某某协会', 'furniture'],
	['京ICP备12030029号-4', 'furniture'],
	['[责任编辑:某某]', 'furniture'],
	['您当前的位置:首页', 'furniture'],
])('%s is %s', (text, kind) => {
	expect(noiseIn(text)).toBe(kind);
});
