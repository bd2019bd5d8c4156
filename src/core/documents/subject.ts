// What a title says it is about: the place it is for, and its words without those that every paper has.

import { cities, provinces } from '../text/officialNames';
import { firstWords, syllablesIn, wordsOf } from './titleWords';

/** Words that say nothing of what a paper is about. */
const common = new Set(
	[
		'关于 印发 转发 批转 下发 发布 公布 进一步 切实 全面 深入 深化 加强 加快 推进 推动 促进 做好 优化 强化 提升 提高 完成 健全 建立',
		'开展 实施 完善 规范 支持 若干 有关 相关 适用 法律 具体 应用 审理 办理 处理 部分 全国 本市',
		'我市 我省 我县 我区 我国 全市 全省 全县 当前 事关 如何 怎么 怎样 应当 是否 需要 暂行 试行 一步 进 制定',
		'国务院 最高 人民法院 最高人民法院 人民检察院',
	]
		.join(' ')
		.split(' '),
);
/** Kinds of papers, and what papers do: said where little else tells what one is about. */
const kinds = new Set(
	'工作 问题 案件 事项 情况 活动 专项 通知 意见 决定 公告 通告 批复 答复 复函 函 办法 规定 条例 细则 方案 规则 解释 实施办法 指导意见 决议 思考 研究 报告 受权 解读 政策 公报'.split(
		' ',
	),
);

/** Fewer syllables than that tell little: the kind of the paper is said, too. */
const telling = 4;

/** The words of a title that say what it is about; `place`: what it begins with and needs no saying. */
export function subjectWords(title: string, place: string | undefined): readonly string[] {
	const subject = caseOf(title) ?? subjectOf(title);
	const words = wordsOf(
		place === undefined ? subject : subject.replace(new RegExp(`^《?${place}(?:${ranks})?`, 'u'), ''),
	);
	const own = words.filter(word => !common.has(word));
	const about = own.filter(word => !kinds.has(word));
	const isTelling = about.reduce((sum, word) => sum + syllablesIn(word), 0) >= telling;
	if (isTelling) return about;
	return own.length > 0 ? own : words;
}

const printed = /(?:印发|发布|公布|下发|转发|通过)[^《》]{0,12}《(.{4,})》/;

/** What stands in the marks of a title, or behind 关于, without years and what is in brackets. */
function subjectOf(title: string): string {
	const inner = printed.exec(title)?.[1] ?? title;
	const about = /关于(.{2,})$/.exec(inner)?.[1] ?? inner;
	const bare = about
		.replace(/^附?[表图]\s*\d{1,3}(?:[-–.]\d{1,3})?\s+/, '')
		.replace(/[【〔[（(][^】〕\])）]{1,20}[】〕\])）]/g, ' ')
		.replace(/中华人民共和国|(?<=国民经济)和社会发展/g, ' ')
		.replace(/(?:19|20)\d{2}\s*(?:[-—–－至~～]+\s*(?:19|20)?\d{2}\s*)?年?(?:度|版)?/g, ' ')
		.trim();
	return /\p{Script=Han}{2}|[A-Za-z]{2}/u.test(bare) ? bare : inner;
}

const suit = /^(\p{Script=Han}{1,20}?)(?:、.*?)?[诉与](.{2,60}?)(?:纠纷|一案|案$)/u;

/** Of a case its first party and what they are at odds about: 王某与某公司买卖合同纠纷. */
export function caseOf(title: string): string | undefined {
	if (!/判决书|裁定书|调解书|案$/.test(title)) return undefined;
	const [, party = '', quarrel = ''] = suit.exec(title) ?? [];
	if (party === '') return undefined;
	const about = /.*(?:公司|中心|委员会|局|厅|部|某)(.{2,12})$/.exec(quarrel)?.[1] ?? quarrel.slice(-4);
	return `${firstWords(wordsOf(party), 4).join('')} ${about}纠纷`;
}

const ranks = '省|市|县|自治区|自治州|自治县|经济特区|特别行政区';
const places = new Set([...provinces, ...cities]);
const begun = new RegExp(`^(\\p{Script=Han}{2,4}?)(?:${ranks})(?![场民政容域内级外长值镇乡划委])(?=.{2})`, 'u');
/** 城市, 上市公司, 贫困县, 我国城市 … are no names of places. */
const noPlace = /^(?:[各我全新大小老古中]|贫困|脱贫|示范|百强|试点)|.{2}[城都上股楼债房大]$/;

/** The place a title begins with, without its rank; `organ`: whose paper it is. */
export function placeOfTitle(title: string, organ: string | undefined): string | undefined {
	const bare = title.replace(/^《?(?:(?:19|20)\d{2}年)?/, '');
	const name = begun.exec(bare)?.[1];
	if (name !== undefined && (organ?.startsWith(name) === true || !noPlace.test(name))) return name;
	return [2, 3].map(length => bare.slice(0, length)).find(one => places.has(one));
}
