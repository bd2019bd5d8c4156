// Whether a few characters are a person's name by their form: a surname, one or two characters more, no word that pages
// and texts have in such places.

/** The surnames of nearly everybody; few of them begin other words of two characters. */
const surnames = new Set(
	[
		'习王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
		'温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷',
		'晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚皮粟冼蔺楼盘闻厉伊仝郜海阚帅屠朴廉禹井祖漆巴丰卿狄索宣晋云容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况逯隆茹诺慕玉银亢嵇哈湛宾戎勾茅利',
	]
		.join('')
		.split(''),
);
const double = new RegExp(
	'^(?:欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|东方|西门|南宫|独孤|端木|申屠|呼延|闻人|轩辕|万俟)\\p{Script=Han}{1,2}$',
	'u',
);

/** Words of two to four characters that begin as surnames do and stand alone on pages and in texts. */
const words = new RegExp(
	[
		'^(?:关[注于闭键怀系联爱]|时[间政评事代刻]|文[章字件化明旅献艺本号档体库学教]|方[便案式法向圆]|高[级清端校考新层铁管]|金[融额]|安[全徽排装]|应[用急当该]',
		'|全[部屏文国省市县区年面新体]|向[上下]|项目|经[济营]|党[建员政委史务群的]|白皮|明[天日]|云[南端]|江[苏西北南]|广[告东西]|黄[金山河]|石[家油化]|万[象元]',
		'|国[内际家务有企资台]|平[台安均]|来[源稿自信]|相关|门[户票]|公[告开司示共布众益报]|利[用率]|都市|成[都立果员]|路[线径]|计[划算]|强[化国调]|商[务业城]|习[惯题俗作性]|海[外南洋关报]',
		'|南[京方宁昌]|农[业村民]|原[文创标]|单位|包括|宁[夏波]|车辆|华[人东北]|游客|司法|管理|任[务免命]|程序|田园|马上|武汉|古代|温[度馨]|康养|解[读放决]|和谐|位置|区[域县]',
		'|连[接载]|封面|房产|索引|支[持付]|普[法通]|印[发刷]|满意|简[体介报]|荣誉|银行|权[威限]|祖国|修[订改]|浦东|贺[信电]|许可|龙头|施[行工]|毕业|凌晨|史[料]|章[程节]|顾问|严[禁格]|申[请报]|常委|季度|年度)',
		'|(?:网|报|社|台|频道|新闻|日报|专栏|首页|要闻|评论|摘要|目录|附件|标题|正文|简介|下载|分享|打印|收藏|通知|意见|公告|条例|办法|规定|报告|讲话|致辞|前言|引言|结语|委员|代表|同志|记者|编辑|局|部|厅|委|院|办|处|会|市|县|区|省|镇|乡|村)$',
	].join(''),
);

/** Two to four Han characters (of two a space may stand between them) that are a name by form: a likelihood. */
export function isPersonName(text: string): boolean {
	const name = text.trim().replace(/^(\p{Script=Han})[\s\u3000]+(\p{Script=Han})$/u, '$1$2');
	if (double.test(name)) return true;
	if (name.includes('·')) return /^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8}){1,3}$/u.test(name);
	if (!/^\p{Script=Han}{2,3}$/u.test(name) || words.test(name)) return false;
	return surnames.has(name.charAt(0));
}

/** A line of names and nothing else: one, or several with spaces or marks between them. */
export function isByline(line: string): boolean {
	return line.length <= 40 && (isPersonName(line) || namesOfLine(line) !== undefined);
}

/**
 * The names of a line that has nothing else: 张三、李四; 郭 叶 孙 妹 are two names whose characters are set apart.
 * Among others a name may have four characters (朱进博文).
 */
export function namesOfLine(line: string): readonly string[] | undefined {
	const parts = line.split(/[、，,;；]/).flatMap(spacedNames);
	const others = parts.filter(part => !isPersonName(part));
	const isLonger = (name: string) => /^\p{Script=Han}{4}$/u.test(name) && surnames.has(name.charAt(0));
	if (others.length > 1 || !others.every(isLonger)) return undefined;
	return parts.length >= (others.length === 0 ? 1 : mostlyOthers) ? parts : undefined;
}

/** A longer name stands beside so many, itself one of them. */
const mostlyOthers = 3;

/** Names with spaces between them, or within those of two characters. */
function spacedNames(text: string): readonly string[] {
	const words = text.trim().split(/[\s\u3000]+/);
	const names: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const [word = '', next = ''] = words.slice(at, at + 2);
		const isApart = word.length === 1 && next.length === 1;
		names.push(isApart ? word + next : word);
		if (isApart) at++;
	}
	return names;
}

/** Signs of notes and of workplaces behind names: 石琳娜1,2，陈劲1. */
const noteSigns = /(?<=\p{Script=Han})\s*[\d*＊†①-⑨]+(?:\s*[,，]\s*[\d*＊†①-⑨]+)*/gu;

/** Names of authors as a line gives them. */
export interface Byline {
	readonly names: string;
	/** Whether the line calls them authors or reporters, or says where they work. */
	readonly isCalled: boolean;
	/** What stands in brackets behind a name: where its bearer works. */
	readonly note?: string;
}

const calling = new RegExp(
	[
		'^[【\\[]?(?:(?:文|撰文|采写|执笔)\\s*[/／:：◎○]\\s*(?:\\p{Script=Han}{2,8}(?:专栏)?作者\\s+)?|□|■|作者\\s)?\\s*',
		'(?:\\p{Script=Han}{0,6}(?:评论员|记者|通讯员|特约记者)\\s+)?',
	].join(''),
	'u',
);
const working = /^([\p{Script=Han}·\s、]{2,24}?)\s*[（(]([^（）()]{2,40})[）)]$/u;
const workplace = /大学|学院|学校|研究[院所室]|研究中心|党校|科学院|[局厅部委院]$|[局厅部委院][，,\s]/;

const role = new RegExp(
	[
		'^(?:(?:文|图|采写|撰文)$|(?:\\p{Script=Han}{0,8}?(?:报|网|社|刊|台|新闻|财新|都|中新|每经|\\d+))?(?:首席|特约|见习|实习|资深|全媒体|职工|专栏)?',
		'(?:记者|通讯员|评论员|实习生|实习记者|特约撰稿人?|作者)$)',
	].join(''),
	'u',
);
/** A role and the name right behind it: 记者张三. */
const glued = /(?<=记者|通讯员|实习生)(?=\p{Script=Han}{2,3}(?:·|$))/u;

/**
 * Reporters and those who wrote with them, where a text begins with what they are: 记者：张三 通讯员 李四,
 * 本报记者 王五. What follows the names is left alone.
 */
export function reportersOf(text: string): string | undefined {
	const words = text
		.trim()
		.split(/[\s\u3000:：、，,/／]+/)
		.flatMap(word => word.split(glued));
	if (!role.test(words[0] ?? '')) return undefined;
	const end = words.findIndex(word => !role.test(word) && !isPersonName(word));
	const names = words.slice(0, end < 0 ? words.length : end).filter(word => !role.test(word));
	return names.length === 0 || names.length > mostReporters ? undefined : [...new Set(names)].join('、');
}

const mostReporters = 8;

/** The names on a line of an author: 李大为; 文/李大为; 本报记者 李大为; 李大为（江城大学经济学院）. */
export function bylineOf(line: string): Byline | undefined {
	const text = line
		.trim()
		.replace(/^[●•·▪]\s*/, '')
		.replace(noteSigns, '');
	const reporters =
		text.length <= longestByline && (/[、\s]/.test(text) || glued.test(text)) ? allReporters(text) : undefined;
	if (reporters !== undefined) return { names: reporters, isCalled: true };
	const called = text.replace(calling, '').replace(/[】\]]$/, '');
	if (isByline(called)) return { names: closedUp(called), isCalled: called !== text };
	const [, names, note] = working.exec(called) ?? [];
	if (names === undefined || note === undefined || !isByline(names) || !workplace.test(note)) return undefined;
	return { names: closedUp(names), isCalled: true, note };
}

const longestByline = 60;

/** The reporters a line names, where it says nothing else. */
function allReporters(text: string): string | undefined {
	const names = reportersOf(text);
	const last = names?.split('、').at(-1);
	return last !== undefined && text.endsWith(last) ? names : undefined;
}

/** 周　民 is one name; names of which one has a space within are parted by marks. */
function closedUp(names: string): string {
	return /(?:^|[\s\u3000、，,;；])\p{Script=Han}[\s\u3000]+\p{Script=Han}(?![^\s\u3000、，,;；])/u.test(names)
		? (namesOfLine(names)?.join('、') ?? names)
		: names;
}

const spaceWithin = /^(\p{Script=Han})[\s\u3000]+(?=\p{Script=Han}$)/u;

const bracketed = /\s*[（(]([^（）()]{2,80})[）)]/g;
const post = new RegExp(
	[
		'^(\\p{Script=Han}[\\p{Script=Han}·\\s]{1,11}?)(?:\\s*[，,]\\s*系?|\\s+系?|系)',
		'(\\p{Script=Han}[\\p{Script=Han}（）()，,、\\s]{3,60})$',
	].join(''),
	'u',
);

/**
 * Authors whose posts stand beside their names, and what is said of them: 李大为（江城大学教授）; 李大为，江城大学教授.
 * Nothing where the text names no person, or no place where one works.
 */
export function namesAndPosts(text: string): { readonly names: string; readonly note: string } | undefined {
	const posts = [...text.matchAll(bracketed)].map(found => found[1] ?? '');
	const names = text.replace(bracketed, '').trim();
	if (posts.length > 0 && posts.every(one => workplace.test(one)) && isByline(names))
		return { names: names.replace(spaceWithin, '$1'), note: posts.join('；') };
	const [, name, behind] = post.exec(text.trim()) ?? [];
	if (name === undefined || behind === undefined) return undefined;
	return isPersonName(name) && workplace.test(behind)
		? { names: name.replace(spaceWithin, '$1'), note: behind }
		: undefined;
}
