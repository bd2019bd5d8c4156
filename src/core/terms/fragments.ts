// Which stretches of Han characters are pieces of sentences rather than names of something.

/**
 * Characters that mostly say how words of a sentence belong together; at an end only where they are bound into a word
 * (和平, 对外).
 */
const loose = new Set(
	'的了着过和与及或并而且但则即就才只也还又都很更最太再不没未无在于从自由向往对为把被将使让给以用按据因所这那其某各每该此我你他她它们是有要会能可应须已曾正等同到去来得地之乃既若如像当被跟同比至至今',
);
/** The same at an end only. */
const looseEnd = new Set('个些种次项年月日元亿万倍件中上下内外里时后前间者说做大小多少好新一二三四五六七八九十百千');
/** The same at a start only. */
const looseStart = new Set('年月日个些种次项元亿万们说做是');
/** Within a name only where they are bound into a word (共和国, 目的地). */
const looseInside = new Set('的了着和及或并而把被在是我你他她它这那');
/** Bits from which two characters count as one word. */
const bound = 4.5;
/** No name has these, bound or not. */
const never: readonly RegExp[] = [
	/^[的了着们]|[的了着把被们]$/,
	/(?<![存现所实内外潜])在$/,
	// Numbers, years and what is counted.
	/百分之|^[万亿]|一九[〇零一二三四五六七八九]|^第./,
	/[〇零一二三四五六七八九十百千万亿多几][年月日个次项元万亿]|[年月日]$/,
	/^[〇零一二三四五六七八九十百千万亿几]+[年月日个次项]/,
	/^[〇零一二三四五六七八九十百千]+[条款章节编届号期批位名家场起例人米吨]/,
	// What is left where a number, a district or a list was cut off.
	/^(?:级|次)(?=人民|政府|会议|代表|全会|党)|^人(?=死亡|受伤|遇难|次)|^等(?![级式量距候价额高比号效待])/,
	// Where, when and how far: 之日起, 范围内, 月底前, 原则上.
	/[之日]起$|(?:范围|期限|时间|期|年|月|日|以)内$|底前$|原则上$|^截[至止]|^居(?:全|世|中|东|西|前|首|第)|^以[下上内外]/,
	// By whom and after what: 由国务院, 经批准, 按规定, 违反本法规定, 前款规定.
	/^由(?!来)|^经(?:国务院|批准|党中央|本|有关|审|同意)|^按(?![揭键钮摩劳需])/,
	/^违反|^前款|^本(?:法|条|款|办法|规定|章|级)/,
	/^不(?:符合|履行|按照?|执行|具备|服从|承担|予|再|断|能|宜|低于|少于|超过|属于|足)/,
	/^国家(?:鼓励|支持|实行|规定|建立)/,
	/^(?:报(?:国务院|请|送|经|备案)|未[按经依取履]|号公布|符合(?!性)|会同|个百分点|任何|请(?![愿示假柬]))/,
	/^相关(?!性|系数)/,
	/(?:不得|给予|一批)$|^[一二三四五六七八九]中全会/,
	/^本(?:地区|行政|部门|单位|通知|意见|方案|解释)|^国(?:办)?[发函令]$|^为重点/,
	/^条(?:规定|第|例第)|条第|予支持$|^愿[同与]|^方一道|一道$/,
	// What reporters and drafters say of others: 数据显示, 记者从, 中方愿同, 部门要.
	/(?:显示|报道|获悉|电讯|日电|消息|介绍|表示)$|(?<![服听盲侍随顺])从$|(?<![共合大相不认赞协等雷如随伙])同$/,
	/(?<![纪摘需重主提概简紧首必])要$/,
	/^(?:各有关|双方|两国|中方|我方|记者|持续|探索|有序|全力|率先|组织开展|具体|全面推行|新一轮)/,
];

const words = (text: string) => text.split(' ');

/** Words that lead into a name and do not belong to it. */
const starts = words(
	`进一步 继续 必须 应当 应该 已经 我们 他们 它们 同时 以及 这些 这种 这个 这样 那些 各项 各种 各级 各方 各部 各地 各类 各国 一个 一些 一切 一定 一种 一系列 一大批
特别 努力 认真 积极 大力 切实 加快 加强 坚持 推进 推动 促进 提高 提升 实现 增加 增强 扩大 深入 完善 健全 建立 建成 进行 保持 不断 更加 更好 更多 更高 更大 充分 严格 坚决 坚定 主要 由于 因此 因为 如果 虽然
但是 并且 而且 其他 其它 其中 目前 现在 今后 今年 去年 明年 过去 当前 近年 几年 多年 按照 根据 通过 依照 关于 为了 对于 没有 不能 可以 能够 需要 要求 使得 取得 得到 做好 搞好 抓好 办好 抓紧 有效
有关 有利 妥善 稳步 逐步 逐渐 支持 鼓励 引导 保证 确保 贯彻 落实 执行 反对 克服 解决 防止 减少 降低 改善 改进 改变 开展 发挥 发扬 加大 加以 巩固 争取 帮助 参加 成为 作为 超过 达到 完成 随着 还有
还要 就是 只有 全体 广大 许多 很多 大批 大量 不少 基本上 比较 非常 十分 维护 开创 夺取 赢得 充满 大大 广泛 普遍 经过 经常 始终 仍然 正在 即将 尽快 尽可能 及时 同世界 同各国 是我国 我国 在全国 对我 使我
进入 面临 面对 围绕 着力 加深 加紧 严肃 严厉 依靠 利用 运用 采取 制定 实行 实施 注意 重视 强调 指出 认为 决定 组织好 安排好 处理好 密切 紧密 热烈 迅速 显著 明显 首先 其次 此外 另外 总之 例如 包括 属于 位于 等于
从而 从事 由此 因而 不仅 不但 无论 不论 尤其 甚至 关心 照顾 满足 提供 提出 做到 达成 形成 造成 引起 带来 具有 拥有 存在 出现 发生 产生 获得 受到 遭到 遇到 看到 感到 想到 说明 表明 证明 结束 开始 停止 恢复
壮大 繁荣 丰富 健康 顺利 胜利 圆满 超额 比上年 比去年 全面完成 全面落实 全面贯彻 全面推进 深化 优化 强化 细化 大幅 平均 总计 共计 合计 每年 每个 每人 本着 凡是 只要 那么 什么 怎样 如何 为什么 怎么
在党 向全 对一 不得 不要 不会 不是 不可 不应 决不 绝不 毫不 从根本 从实际 真正 完全 彻底 尊重 团结 联系 学习 管好 用好 管理好 建设好 组织力 组织实 为实现 为促进 为推动 为全面 为我国 两岸同 大家 人们 自己 本身 彼此 互相 相互 各位 越来越 绝大多数 大多数 一部分 整个 高度重视 相结合 相适应 相协调 请予 正确处理 总结经验 实践证明 集中力量 创造条件`.replaceAll(
		'\n',
		' ',
	),
);

/** Words that follow a name and do not belong to it. */
const ends = words(
	`方面 基础上 过程中 情况下 条件下 领导下 以来 以上 以下 以后 以前 之间 之一 之中 起来 下去 出来 上来 进来 过来 进行 加强 提高 提升 增长 增加 减少 下降 上升 扩大 得到 取得 我们 他们 必须 应当 应该 已经
同时 以及 特别 继续 进一步 不断 更加 积极 努力 认真 大力 切实 加快 坚持 推进 推动 促进 实现 完成 达到 超过 开展 完善 健全 成为 作为 需要 要求 可以 能够 没有 主要 各项 各种 各级 这些 这种 其他 许多 有关 通过 按照 根据
和其他 一个 一些 一切 是我 有了 的重要 问题上 力度 步伐 取得了 得到了 有所 有效 明显 显著 稳步 逐步 左右 其中 情况 时期内 期间 时候 当中 上年 去年 今年 明年 全国 我国 各地 特别是 主要是 证明 战线上 强调 指出 就是 还是 而是 不是 都是 总是`.replaceAll(
		'\n',
		' ',
	),
);

/** Verbs a name may begin with (发展战略), but seldom a long one: what follows them is the name (发展新质生产力). */
const leads = words('发展 建设 培育 培养 打造 构建 营造 整合 壮大');
const longName = 4;

/** Longest of the words above. */
const longest = Math.max(...[...starts, ...ends].map(word => word.length));
const [isStart, isEnd] = [new Set(starts), new Set(ends)];

/**
 * Whether a folded stretch reads like a piece of a sentence; `bond(at)`: how firmly its characters at `at` and `at + 1`
 * go together, in bits.
 */
export function isFragment(text: string, bond: (at: number) => number): boolean {
	const last = text.length - 1;
	if (!isHanLike(text.charAt(0)) || !isHanLike(text.charAt(last)) || never.some(one => one.test(text))) return true;
	if (beginsOrEndsWithWord(text)) return true;
	const isLoose = (at: number, own: ReadonlySet<string>) => loose.has(text.charAt(at)) || own.has(text.charAt(at));
	if (isLoose(0, looseStart) && bond(0) < bound) return true;
	if (isLoose(last, looseEnd) && bond(last - 1) < bound) return true;
	for (let at = 1; at < last; at++)
		if (looseInside.has(text.charAt(at)) && Math.max(bond(at - 1), bond(at)) < bound) return true;
	return false;
}

/** Whether a word leads into a stretch, or follows its name, that does not belong to the name. */
function beginsOrEndsWithWord(text: string): boolean {
	for (let length = 2; length <= longest; length++)
		if (isStart.has(text.slice(0, length)) || isEnd.has(text.slice(-length))) return true;
	const isLead = leads.includes(text.slice(0, 2));
	// Two verbs beside each other name nothing (培育壮大).
	if (isLead && text.length === 4 && (leads.includes(text.slice(2)) || isStart.has(text.slice(2)))) return true;
	return text.length >= longName + 2 && isLead;
}

function isHanLike(character: string): boolean {
	return !/[0-9a-z]/.test(character);
}
