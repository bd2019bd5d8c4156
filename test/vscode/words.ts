// Two-character words people end lines with.

/** Everyday words of reports and plans, and words that terms of policy begin with; written down for these tests. */
export const commonWords: readonly string[] = (
	'发展 建设 改革 工作 制度 增长 问题 政策 作用 水平 措施 教育 关系 管理 方针 方面 企业 任务 能力 提高 机制 计划 生产 条件 结构 事业 活动 体系 稳定 原则 ' +
	'经济 合作 代表 努力 市场 要求 服务 工业 调整 需要 经验 力度 工程 改造 进展 改善 收入 团结 项目 力量 质量 体制 投资 技术 办法 资金 环境 精神 农业 加强 ' +
	'投入 监督 规划 基础 产业 困难 地区 开放 效益 国家 就业 情况 研究 成就 文化 试点 目标 生活 实施 成果 战略 标准 思想 产品 秩序 结合 支持 利益 权益 人民 ' +
	'规模 资源 奋斗 部门 变化 方式 能源 行为 速度 现象 推进 进步 领域 步伐 治理 矛盾 扩大 群众 成绩 平衡 安排 统一 地方 文件 保护 立法 重点 意见 法规 局面 ' +
	'创新 支出 比重 经营 人员 形式 领导 监管 机构 时候 范围 道路 地位 设备 纲要 安全 法律 开发 单位 状况 科学 贡献 因素 责任 路线 主权 方向 出口 产量 人才 ' +
	'方法 成效 时期 规定 政府 中心 价格 干部 需求 形势 调控 指导 民主 职能 建议 指标 意义 劳动 方案 结果 科技 卫生 动力 环节 作风 消费 执行 学校 手段 部分 ' +
	'供应 保障 完善 权利 保证 活力 素质 交通 农村 决策 面积 阶段 贸易 交流 优势 基地 学习 联合 纪律 升级 渠道 观念 决议 突破 落实 负担 影响 节约 利用 时间 ' +
	'贷款 成本 转变 报告 协调 效果 政治 社会 组织 民生 设施 信心 金融 控制 会议 保险 培训 潜力 效率 补贴 集团 基金 农民 艺术 粮食 推广 银行 比例 过程 内容 ' +
	'行业 联系 态度 挑战 水利 行动 城市 财政 进程 流通 知识 特点 队伍 传统 住房 途径 商业 风险 规律 运输 全局 布局 机遇 做法 职工 电力 分配 意识 预算 条例 ' +
	'制造 高新 低空 着力 顶层 专精 未来 民营 央企 先进 全国 数字 信息 数据 公共 算力 网络 智能 平台 龙头 核心 新兴 主导 高端 价值 绿色 应用 集成 协同 全面 ' +
	'营商 跨境 区域 海洋 航空 材料 生物 量子 机器 新质 新型 现代 实体 融合 人工 乡村 生态 低碳 健康 养老 医疗 文旅 物流 港口 数智 场景 标杆 品牌 韧性 集群'
).split(' ');

/** The words that most often stand at the end of a clause of some texts (one JSON object with `content` a line). */
export function countedWords(lines: string, most: number): string[] {
	const counts = new Map<string, number>();
	for (const line of lines.split('\n')) {
		if (line === '') continue;
		const { content } = JSON.parse(line) as { content: string };
		for (const [, word] of content.matchAll(/(\p{Script=Han}{2})(?!\p{Script=Han})/gu))
			if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return [...counts]
		.sort((a, b) => b[1] - a[1])
		.slice(0, most)
		.map(([word]) => word);
}
