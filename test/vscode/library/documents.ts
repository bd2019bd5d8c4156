// A pack with four documents of different years, for the tests of what is asked of all of them together.

const head = (id: string, title: string, rest: string) =>
	`---\nid: ${id}\ntype: report\ntitle: ${title}\n${rest}---\n\n`;

export const evil = '<img src=x onerror="document.title=1">';

/** The workspace: a draft and the pack. */
export const files: Readonly<Record<string, string>> = {
	'report.md': '要发展新质生产力。\n\n修好冰雪走廊。\n',
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
	'policy-corpus/terms/mine.yaml':
		'- id: qingke\n  term: 青稞富民\n  aliases: [青稞兴县]\n- id: qingke-gongcheng\n  term: 青稞富民工程\n',
	'policy-corpus/documents/a.md': `${head('bg-2016', '二〇一六年报告', 'issued: 2016-03-05\n')}各位代表：\n\n我们要建设冰雪走廊，让冰雪走廊带动旅游。抓青稞富民。\n\n第一是看冰雪走廊${evil}。\n`,
	'policy-corpus/documents/b.md': `${head('bg-2018', `二〇一八年报告${evil}`, 'issued: 2018\n')}各位代表：\n\n去年冰雪走廊迎客百万，而冰雪走廊沿线村庄都富了。\n\n做好${evil}青稞富民，推进青稞富民工程，靠青稞兴县。\n`,
	'policy-corpus/documents/c.md': `${head('bg-2021', '二〇二一年报告', 'held: { from: 转载网, date: 2021-05-06 }\n')}各位代表：\n\n明年起，在冰雪走廊办赛。讲青稞富民，说青稞富民。\n`,
	'policy-corpus/documents/d.md': `${head('bg-none', '没有日期的报告', '')}各位代表：\n\n把冰雪走廊修到县城。种青稞富民。\n`,
};
