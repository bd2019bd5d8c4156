// Words of titles as ids are made of them: they end where words end, and say what the paper is about.
import { expect, test } from 'vitest';
import { proposeId } from '../../../src/core/corpus/propose';
import { keyWords } from '../../../src/core/documents/keyWords';
import type { ProvedFields } from '../../../src/core/documents/document';
import { wordsOf } from '../../../src/core/documents/titleWords';
import { createPinyinReader } from '../../../src/core/text/pinyinReader';

const reader = createPinyinReader();

/** The first and the second choice of an id. */
function idsOf(title: string, fields: ProvedFields = {}): readonly string[] {
	return keyWords({ type: 'document', title, ...fields }, title).map(({ words, ending }) =>
		proposeId('source', words, reader, () => false, ending),
	);
}

test.each([
	['机动车登记规定', '机动车 登记 规定'],
	['互联网药品信息服务', '互联网 药品 信息 服务'],
	['外国人来华登山', '外国人 来华 登山'],
	['增值税法', '增值税法'],
	['反不正当竞争', '反 不正当 竞争'],
	['处方药与非处方药分类', '处方药 非处方药 分类'],
	['以数字技术赋能基层治理', '数字 技术 赋能 基层 治理'],
	['中国式现代化', '中国式 现代化'],
	['古树名木保护', '古树 名木 保护'],
	['交通事故', '交通 事故'],
	['国民经济和社会发展', '国民 经济 社会 发展'],
	['Digital government：小城市', 'Digital government 小城市'],
])('words of %s', (text, words) => {
	expect(wordsOf(text).join(' ')).toBe(words);
});

const congress = [{ literal: '上海市人民代表大会常务委员会' }];

test.each<[title: string, fields: ProvedFields, id: string]>([
	['驻马店市优化营商环境条例', { type: 'legislation' }, 'zhumadian-yingshang-huanjing'],
	[
		'上海市公共图书馆条例',
		{ type: 'legislation', author: congress, issued: '2024-11-28' },
		'shanghai-gonggong-tushuguan-2024',
	],
	['上海市实施《中华人民共和国义务教育法》办法', { type: 'legislation' }, 'shanghai-yiwu-jiaoyufa'],
	['中华人民共和国仲裁法', { type: 'legislation', issued: '2017-09-01' }, 'zhongcaifa-2017'],
	['中华人民共和国2023年国民经济和社会发展统计公报', { issued: '2024-02-29' }, 'guomin-jingji-tongji-2024'],
	['江城市2024年财政收支情况', {}, 'jiangcheng-caizheng-shouzhi-2024'],
	['中共中央办公厅印发《关于加快公共数据资源开发利用的意见》', { issued: '2024-10-09' }, 'gonggong-shuju-ziyuan-2024'],
	['最高人民法院关于审理劳动争议案件适用法律若干问题的解释', {}, 'laodong-zhengyi'],
	['城市更新条例', { type: 'legislation' }, 'chengshi-gengxin'],
	['我国城市更新的路径', {}, 'chengshi-gengxin-lujing'],
	['王某与某置业有限公司商品房买卖合同纠纷二审民事判决书', {}, 'wangmou-shangpinfang-maimai'],
	['李某诉某公司服务合同纠纷一审民事判决书', { author: [{ literal: '江城市朝阳区人民法院' }] }, 'limou-fuwu-hetong'],
	['《江城市促进低空经济发展若干措施》政策解读', {}, 'jiangcheng-dikong-jingji-fazhan'],
	['信访工作条例', { type: 'legislation' }, 'xinfang-gongzuo-tiaoli'],
	['关于停水的通知', { author: [{ literal: '江城市水务局' }], type: 'legislation' }, 'tingshui-tongzhi'],
	['论地方治理的制度逻辑', {}, 'difang-zhili-zhidu'],
	['江城市2000—2022年乡村振兴水平评估', { author: [{ literal: '李大为' }] }, 'lidawei'],
	['江城市2022年乡村振兴水平评估', { author: [{ literal: '李大为' }], issued: '2024' }, 'lidawei-2024'],
	['江城市2021年—2025年发展规划', {}, 'jiangcheng-fazhan-guihua'],
])('%s', (title, fields, id) => {
	expect(idsOf(title, fields)[0]).toBe(id);
});

test('codes are one word, or cut at the office; announcements have the name of the organ', () => {
	const numbered = (number: string) => idsOf('关于某事项的通知', { number })[0];
	expect(
		['人社部发〔2024〕44号', '国卫办基层发〔2023〕7号', '国家税务总局公告2023年第5号', '国务院令第736号'].map(numbered),
	).toEqual(['renshebufa-2024-44', 'guoweiban-jicengfa-2023-7', 'shuiwu-zongju-gonggao-2023-5', 'guowuyuan-ling-736']);
});

test('what is called alike is told apart by the title', () => {
	const author = [{ literal: '孙立平' }];
	expect(idsOf('城乡要素流动的机制', { author, issued: '2024-05-01' })).toEqual([
		'sunliping-2024',
		'sunliping-2024-chengxiang-yaosu',
	]);
	expect(idsOf('上海市浦东新区市场主体退出若干规定', { type: 'legislation' })).toEqual([
		'shanghai-pudong-xinqu-shichang',
		'shanghai-pudong-xinqu-shichang-zhuti-tuichu',
	]);
});
