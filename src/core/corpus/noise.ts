// What never belongs in a record: link-farm strings, page furniture, teasers cut off by a page.
// Knows nothing of pages as a whole; core/documents asks the same questions line by line.

/** Words of adult link farms, which no policy text has; two of them, or one beside such a number of zones, make a line spam. */
const spamWords = ['一区', '二区', '三区', '无码', '人妻', '久久', '激情', '福利', '午夜', '熟女', '毛片', '欧美', '日韩', '亚洲', '成人', '伦理', '制服', '丝袜', '国产精品', '在线播放', '免费观看', '蜘蛛池', '博彩', '彩票投注', '百家乐'];

/** Phrases that only the frame around a text has. */
const furniture = /(?:ICP备|ICP備|公网安备|公網安備)\s*[\d ]|版权所有|版權所有|Copyright\s*[@©(]|友情链接|友情鏈接|设为首页|加入收藏|免费注册|验证码[:：]|匿名发表|最新评论|主站蜘蛛池|人阅读\s*评论|\[?责任编辑[:：]|您?当前的?位置[:：]|【(?:加入收藏|打印此文|关闭)】|快照生成时间|信息原文地址|京公网安备|不良信息举报/;

/** `spam`, `furniture`, `truncated` (cut off by `...`), or nothing when a text may be a record's. */
export function noiseIn(text: string): 'spam' | 'furniture' | 'truncated' | undefined {
	if (isSpam(text)) return 'spam';
	if (furniture.test(text)) return 'furniture';
	return /\.{3}\s*$|^\s*\.{3}/.test(text) ? 'truncated' : undefined;
}

/** Whether a text is a link farm's: several of its words crowded together. */
export function isSpam(text: string): boolean {
	let hits = 0;
	for (const word of spamWords) {
		if (text.includes(word)) hits++;
	}
	return hits >= 3 || (hits === 2 && text.length <= 30 && /(?:一区|二区|三区|无码|人妻|熟女|毛片|久久)/.test(text)) || /av无码|无码av|蜘蛛池/i.test(text);
}
