// What stands where an author's name would, and is none: buttons, columns, sites, whoever keeps the pages.

/** What stands where an author would, and is none. */
const nobody =
	/^(?:网络整理|网络|互联网|佚名|未知|匿名|编辑|小编|作者|本站|原创|转载|无|(?:超级|系统)?管理员|admin\d*)$/i;
/** What buttons, columns and portals are called that stand behind a label `作者：`. */
const ofPage = new RegExp(
	[
		'^(?:昨天|今天|前天|刚刚|\\d+\\s*(?:分钟|小时|天)前|分享|关注|已关注|搜索|登录|注册|收藏|点赞|评论|打印|举报|关闭|复制|订阅|下载|返回|更多|首页',
		'|图集|组图|图片|视频|音频|直播|中文|英文|English|子?版块|栏目|频道|手机版|网页版|娱乐|热点|焦点|百科|时尚|知识|探索|休闲|综合|体育|财经)$|网站?$|^(?:网易|新浪|腾讯|搜狐|凤凰|百度|今日头条)(?:网|新闻)?$',
	].join(''),
	'i',
);
/** Whether what stands where an author would is none: a button, a column, a site. */
export function isNobody(name: string): boolean {
	return nobody.test(name) || ofPage.test(name);
}
