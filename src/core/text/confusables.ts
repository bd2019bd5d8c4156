// Which characters are taken for each other: those that sound alike and those that look alike. Sounds come from the
// corpus, where the build put them.

/** Characters that look alike, group by group: what input by shape, scanning and a quick eye confuse. */
const shapes = [
	'己已巳 末未 土士 日曰目 人入八 千干于 大太犬 天夫 刀力 休体 展屐 挤济挤 糸系 索素 格恪 治冶 析折拆 侯候 暑署 晴睛 拔拨 壁璧 崇祟 徒徙 即既 幸辛 戊戌戍 哀衰衷 免兔 炙灸 券卷 货贷 推准 淮准',
	'末来 杆秆 玫致 玖政 设没 没投 投役 处外 丘兵 乒乓 斤斥 令今 今会 自白 白百 问间 间闻 困因 因囚 园圆 圈圆 便使 使驶 侍待 特持 持待 情清 清请 精晴 经径 轻经 料科 利刹 制刺 剌刺 则测 侧则',
	'往住 住佳 佳往 仓仑 伦论 沧沦 抢枪 抡抢 扰拢 优忧 犹优 估沽 枯估 苦若 茂茨 蓝篮 薄簿 部陪 陪倍 赔陪 都郡 郊效 较校 枝技 抹抺 推椎 楷揩 操燥 躁噪 澡操 噪操 竞竟 境镜 竟境 章竟 量重 里量',
	'童重 董懂 融隔 构购 沟购 沟构 构枸 合台 始治 冶始 汇江 洽恰 给洽 拾给 绎译 译择 择泽 泽译 铎译 档挡 型刑 形刑 型形 理埋 现观 观规 规现 视现 祝视 视规 振赈 晨震 震振 展辰 权仅 权杈 链琏',
	'琏连 键健 健建 律津 肆肄 增僧 憎增 赠增 层屋 尾屋 居届 届屈 屈居 基其 墓基 革草 莘萃 萃苹 字宇 守宇 宁宇 安按 案安 容客 宫官 管菅 宜宣 宜谊 牧收 攻政 改攻 政改 放故 效放 敬警 惊警 厉励',
	'历厉 压庄 床庆 应庄 席度 延廷 挺延 异导 弊敝 币市 市巾 师帅 布市 希布 带常 幅副 副辐 幅辐 福幅 赢羸 辩辨辫瓣 汩汨 洒酒 代伐 天夭 鸟乌 迁迀 密蜜 栗粟 茶荼 遣遗 撤撒 幕慕墓暮募 惊凉谅',
	'博搏膊 提堤 徽微 钩钓 歧岐 暖缓援 纲网 纲岗 刚钢 坐座 陈阵 住驻 杨扬 抑仰 坚竖 裁栽载戴 粱梁 毫豪 抵低底 拴栓 诀决 块快 授援 受授 竭揭渴喝 扶抚 优伏 材村财 任仕 卸御 撤澈 锋峰 仿访 抱饱',
	'状壮 群郡裙 产严 统充 济挤 强弹 质盾 链链炼 键链',
].join(' ');

let groups: ReadonlyMap<string, string> | undefined;

function lookAlike(a: string, b: string): boolean {
	if (!groups) {
		const made = new Map<string, string>();
		for (const group of shapes.split(' ')) for (const one of group) made.set(one, (made.get(one) ?? '') + group);
		groups = made;
	}
	return groups.get(a)?.includes(b) ?? false;
}

/** Syllables that many people speak and type alike, each with what stands for it: 力 and 率, 生 and 森. */
const fuzzySounds: readonly (readonly [RegExp, string])[] = [
	[/^([zcs])h/, '$1'],
	[/([aei]n)g$/, '$1'],
	[/^([ln])v/, '$1i'],
];

function fuzzySound(syllable: string): string {
	return fuzzySounds.reduce((sound, [pattern, instead]) => sound.replace(pattern, instead), syllable);
}

/** Tells whether one character may have been typed for another. */
export class Confusables {
	private sounds: Map<string, readonly string[]> | undefined;

	/** `syllables`: `shi是时事 zhi之制` – a syllable without tone and its characters; a character may be in several. */
	constructor(private readonly syllables: string) {}

	/** Whether two characters sound alike (tones do not matter) or look alike. */
	is(a: string, b: string): boolean {
		return lookAlike(a, b) || this.share(a, b, sound => sound);
	}

	/** The same, also of sounds that many people do not tell apart. */
	isNearly(a: string, b: string): boolean {
		return lookAlike(a, b) || this.share(a, b, fuzzySound);
	}

	private share(a: string, b: string, soundOf: (syllable: string) => string): boolean {
		const others = this.soundsOf(b).map(soundOf);
		return this.soundsOf(a).some(sound => others.includes(soundOf(sound)));
	}

	/** How a character may be read, without tones; nothing where the corpus has no sound of it. */
	soundsOf(character: string): readonly string[] {
		if (!this.sounds) {
			const sounds = new Map<string, readonly string[]>();
			for (const group of this.syllables.split(' ')) {
				const sound = /^[a-z]*/.exec(group)?.[0] ?? '';
				for (const one of group.slice(sound.length)) sounds.set(one, [...(sounds.get(one) ?? []), sound]);
			}
			this.sounds = sounds;
		}
		return this.sounds.get(character) ?? [];
	}
}
