// What never belongs in a record: link-farm strings, page furniture, teasers cut off by a page.

/** What only link farms for adult pages write; each alone may be chance (国产精品, 一区二区), two are not. */
const strong = new RegExp(
	[
		'[一二三]区[一二三]区|[一二三]区(?:免费|视频|在线|国产|日韩|不卡|精品)|(?:日韩|亚洲|欧美|国产|精品)[一二三]区',
		'无码|人妻|熟女|毛片|国产精品|久久(?:久|精品|国产|综合)|(?<![a-z])av(?![a-z])|欧美激情|(?:福利|伦理)电影',
		'成人(?:视频|电影|网站)|蜘蛛池',
	].join('|'),
	'gi',
);
/** Words that such strings have beside the strong ones, and honest texts too. */
const weak = /亚洲|日韩|欧美|午夜|福利|激情|成人|伦理|制服|丝袜|视频|在线|观看|播放|不卡|电影|精品|久久|国产|美女/;

/** Phrases that only the frame around a text has. */
const furniture = new RegExp(
	[
		'(?:ICP备|ICP備|公网安备|公網安備)\\s*[\\d ]|版权所有|版權所有|Copyright\\s*[@©(]|友情链接|友情鏈接',
		'设为首页|加入收藏|免费注册|验证码[:：]|匿名发表|最新评论|主站蜘蛛池|人阅读\\s*评论',
		'\\[?责任编辑[:：]|您?当前的?位置[:：]|【(?:加入收藏|打印此文|关闭)】|快照生成时间|信息原文地址',
		'京公网安备|不良信息举报',
	].join('|'),
);

/** `spam`, `furniture`, `truncated` (cut off by `...`), or nothing when a text may be a record's. */
export function noiseIn(text: string): 'spam' | 'furniture' | 'truncated' | undefined {
	if (isSpam(text)) return 'spam';
	if (furniture.test(text)) return 'furniture';
	return /\.{3}\s*$|^\s*\.{3}/.test(text) ? 'truncated' : undefined;
}

/** Whether a text is a link farm's: two of its marks, or one among the words that go with it. */
export function isSpam(text: string): boolean {
	const rest = text.replace(strong, ' ');
	const hits = text.match(strong)?.length ?? 0;
	return (
		hits >= 2 ||
		(hits === 1 && weak.test(rest)) ||
		/(?:[一二三]区|日韩|亚洲|欧美|国产|精品)[一二三]区[一二三]区|蜘蛛池/.test(text)
	);
}
