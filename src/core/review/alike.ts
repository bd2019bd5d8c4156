// Which characters are taken for each other: those that sound alike and those that look alike.
// Knows nothing of words. Sounds come from the corpus, where the build put them.

/** Characters that look alike, group by group: what input by shape, scanning and a quick eye confuse. */
const shapes = '己已巳 末未 土士 日曰目 人入八 千干于 大太犬 天夫 刀力 休体 展屐 挤济挤 糸系 索素 格恪 治冶 析折拆 侯候 辨辩瓣 暑署 晴睛 拔拨 壁璧 崇祟 徒徙 即既 幸辛 戊戌戍 哀衰衷 免兔 炙灸 券卷 货贷 推准 淮准 末来 杆秆 玫致 玖政 设没 没投 投役 处外 外处 丘兵 乒乓 斤斥 令今 今会 自白 白百 问间 间闻 困因 因囚 园圆 圈圆 便使 使驶 侍待 特持 持待 情清 清请 精晴 经径 轻经 料科 科料 利刹 制刺 剌刺 则测 侧则 往住 住佳 佳往 仓仑 伦论 沧沦 抢枪 抡抢 扰拢 优忧 犹优 估沽 枯估 苦若 若苦 茂茨 蓝篮 薄簿 部陪 陪倍 赔陪 都郡 郊效 效郊 较校 枝技 技枝 抹抺 推椎 楷揩 操燥 躁噪 澡操 噪操 竞竟 竟竞 境镜 竟境 章竟 量重 里量 童重 董懂 融隔 隔融 构购 沟购 沟构 构枸 合台 台合 治治 始治 冶始 汇江 江汇 洽恰 给洽 拾给 绎译 译择 择泽 泽译 铎译 档挡 挡档 型刑 形刑 型形 理埋 埋理 现观 观规 规现 视现 祝视 视规 振赈 晨震 震振 展辰 权仅 仅权 权杈 链琏 琏连 键健 健建 建健 律津 津律 肆肄 增僧 憎增 赠增 层屋 屋层 尾屋 居届 届居 届屈 屈居 基其 墓基 幕墓 慕幕 募幕 暮幕 革草 草革 莘萃 萃苹 字宇 宇字 守宇 宁宇 安按 按安 案安 容客 客容 宫官 官宫 管菅 宜宣 宣宜 宜谊 牧收 收牧 攻政 改攻 政改 放故 效放 敬警 惊警 厉励 励厉 历厉 压庄 庄压 床庆 庆床 应庄 席度 度席 延廷 廷延 挺延 异导 导异 弊敝 币市 市巾 师帅 帅师 布市 希布 带常 常带 幅副 副辐 幅辐 福幅';

let groups: ReadonlyMap<string, string> | undefined;

function lookAlike(a: string, b: string): boolean {
	if (!groups) {
		const made = new Map<string, string>();
		for (const group of shapes.split(' ')) for (const one of group) made.set(one, (made.get(one) ?? '') + group);
		groups = made;
	}
	return groups.get(a)?.includes(b) ?? false;
}

/** Tells whether one character may have been typed for another. */
export class Alike {
	private sounds: Map<string, readonly string[]> | undefined;

	/** `syllables`: `shi是时事 zhi之制` – a syllable without tone and its characters; a character may be in several. */
	constructor(private readonly syllables: string) {}

	/** Whether two characters sound alike (tones do not matter) or look alike. */
	is(a: string, b: string): boolean {
		if (lookAlike(a, b)) return true;
		if (!this.sounds) {
			const sounds = new Map<string, readonly string[]>();
			for (const group of this.syllables.split(' ')) {
				const sound = /^[a-z]*/.exec(group)![0];
				for (const one of group.slice(sound.length)) sounds.set(one, [...sounds.get(one) ?? [], sound]);
			}
			this.sounds = sounds;
		}
		const other = this.sounds.get(b);
		return other !== undefined && (this.sounds.get(a)?.some(sound => other.includes(sound)) ?? false);
	}
}
