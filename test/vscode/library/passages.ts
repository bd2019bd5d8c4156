// A pack with six documents for the tests of searching one's own documents, and of what a hover says of them.

const document = (id: string, title: string, issued: string, ...paragraphs: readonly string[]) =>
	`---\nid: ${id}\ntype: report\ntitle: ${title}\n${issued && `issued: ${issued}\n`}---\n\n${paragraphs.join('\n\n')}\n`;

/** The workspace: a draft and the pack. */
export const files: Readonly<Record<string, string>> = {
	'report.md': '要发展新质生产力，抓好青稞富民。\n\n修好冰雪走廊\n',
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
	'policy-corpus/terms/mine.yaml': '- id: qingke\n  term: 青稞富民\n  aliases: [青稞兴县]\n',
	'policy-corpus/documents/a.md': document(
		'bg-2016',
		'二〇一六年报告',
		'2016-03-05',
		'各位代表：',
		'我们要建设冰雪走廊，让冰雪走廊带动旅游。抓青稞富民。',
	),
	'policy-corpus/documents/b.md': document(
		'bg-2018',
		'二〇一八年报告',
		'2018',
		'各位代表：',
		'去年冰雪走廊迎客百万，沿线村庄都富了。',
		'靠青稞兴县，办好农牧民的事。',
	),
	'policy-corpus/documents/c.md': document(
		'bg-2019',
		'二〇一九年报告',
		'2019-02',
		'讲青稞富民，也讲青稞兴县。',
		'把牦牛产业做强。',
	),
	'policy-corpus/documents/d.md': document('bg-2020', '二〇二〇年报告', '2020', '把冰雪走廊修到县城，发展新质生产力。'),
	'policy-corpus/documents/e.md': document(
		'bg-2021',
		'二〇二一年报告',
		'2021',
		'开头的话。',
		'中间的话。',
		'<img src=x onerror="document.title=1">冰雪走廊办赛。',
	),
	'policy-corpus/documents/f.md': document('bg-none', '没有日期的报告', '', '牦牛产业要有龙头。'),
};
