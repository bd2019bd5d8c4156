// Findings in drafts in words, Chinese then English, for the terminal.

import type { Change, Finding, FindingCode } from '../../core/draft/finding';

/** A finding and the draft it is in. */
export interface FileFinding extends Finding {
	readonly file: string;
}

type Data = Finding['data'];
type Wording = (data: Data) => readonly [chinese: string, english: string];

/** A source by title, date and paragraph, as a person knows it; by its id where that is all there is. */
const from = (d: Data): string =>
	`${named(d.source, d.title)}${d.date === undefined ? '' : `（${String(d.date)}）`}${d.paragraph === undefined ? '' : `第 ${String(d.paragraph)} 段`}`;
const where = (d: Data): string =>
	`${named(d.source, d.title)}${d.date === undefined ? '' : ` (${String(d.date)})`}${d.paragraph === undefined ? '' : `, paragraph ${String(d.paragraph)}`}`;
const named = (id: Data[string] | undefined, title: Data[string] | undefined): string =>
	title === undefined ? String(id ?? '') : /^《/.test(String(title)) ? String(title) : `《${String(title)}》`;
const hows: Readonly<Record<string, readonly [string, string]>> = {
	punctuation: ['标点不同', 'other punctuation'],
	script: ['繁简不同', 'other script'],
	width: ['全半角不同', 'other width'],
	elided: ['中间有省略', 'something between is left out'],
	reordered: ['语序不同', 'in another order'],
	spliced: ['由几处拼成', 'pieced together from several places'],
};
const how = (d: Data): readonly [string, string] => hows[String(d.how)] ?? ['', ''];

/** 改→转 for what was replaced, ‸→经济 for what is missing, 的→‸ for what was put in. */
function changed(d: Data): string {
	const changes = (d.changes ?? []) as readonly Change[];
	return (
		changes
			.slice(0, 6)
			.map(one => `${one.written || '‸'}→${one.original || '‸'}`)
			.join(' ') + (changes.length > 6 ? ' …' : '')
	);
}

const wordings: Readonly<Record<FindingCode, Wording>> = {
	'quotation.verbatim': d => [`与${from(d)}一字不差`, `as in ${where(d)}`],
	'quotation.form': d => [
		`与${from(d)}字同，${how(d)[0]}：${String(d.wording)}`,
		`the words of ${where(d)}, ${how(d)[1]}`,
	],
	'quotation.differs': d => [
		`与${from(d)}不同（${changed(d)}），原文：${String(d.wording)}`,
		`differs from ${where(d)}`,
	],
	'quotation.spliced': d => [
		`与${from(d)}相比${how(d)[0]}：${String(d.wording)}`,
		`compared with ${where(d)}: ${how(d)[1]}`,
	],
	'quotation.attribution': d =>
		d.why === 'source'
			? [
					`所注出处是${named(d.cited, d.citedTitle)}，这句话见于${from(d)}`,
					`${named(d.cited, d.citedTitle)} is cited, the words stand in ${where(d)}`,
				]
			: [
					`${from(d)}写的是“${String(d.expected)}”，这里是“${String(d.written)}”（${String(d.why)}）`,
					`${where(d)} says "${String(d.expected)}" (${String(d.why)})`,
				],
	'quotation.unattributed': d => [
		`这是${from(d)}的原话，没有引号也没有说明是谁说的`,
		`the words of ${where(d)}, without marks or attribution`,
	],
	'quotation.unknown': () => ['语料里没有这句话', 'not in this corpus'],
	'quotation.uncited': d => [`见于${from(d)}，没有注明出处`, `stands in ${where(d)}, nothing cites it`],
	'wording.near': d => [`像是“${String(d.wording)}”`, `looks like "${String(d.wording)}"`],
	'wording.wrong': d => [`应写作“${String(d.wording)}”`, `should be "${String(d.wording)}"`],
	'wording.inconsistent': d => [
		`前面写作“${String(d.wording)}”，前后不一`,
		`written "${String(d.wording)}" elsewhere in this draft`,
	],
	'wording.superseded': d => [`现在的提法是“${String(d.wording)}”`, `now "${String(d.wording)}"`],
	'punctuation.halfwidth': d => [`中文里用“${String(d.wording)}”`, `"${String(d.wording)}" in Chinese text`],
	'punctuation.unbalanced': d => [`“${String(d.mark)}”没有配对`, `"${String(d.mark)}" has no partner`],
	'figure.differs': d => [
		`${from(d)}写的是“${String(d.wording)}”，这里是“${String(d.written)}”`,
		`${where(d)} has "${String(d.wording)}"`,
	],
	'reference.undefined': d =>
		d.form === 'footnote'
			? [`脚注 ${String(d.key)} 没有内容`, `the note ${String(d.key)} has no text`]
			: [`没有以 ${String(d.key)} 为引文键的来源`, `no source has the key ${String(d.key)}`],
	'reference.unused': d => [`脚注 ${String(d.key)} 没有被引用`, `nothing refers to the note ${String(d.key)}`],
	'reference.missing': d => [
		`${String(d.source)} 缺少著录项目：${(d.labels as readonly string[]).join('、')}`,
		`${String(d.source)} lacks what a reference needs: ${(d.fields as readonly string[]).join(', ')}`,
	],
	'reference.other': d => {
		if (d.why === 'duplicate')
			return [
				`脚注 ${String(d.key)} 定义了不止一次，内容不同`,
				`the note ${String(d.key)} is defined more than once, with other words`,
			];
		const stale = d.why === 'stale';
		return [
			`脚注 ${String(d.key)} 的内容与来源不一致（${stale ? '可以更新' : '有人改过'}）`,
			`the note ${String(d.key)} is not its source's reference (${stale ? 'can be brought up to date' : 'changed by hand'})`,
		];
	},
};

/** One finding in one line, without its place. */
export function findingSentence(finding: Finding): string {
	const [chinese, english] = wordings[finding.code](finding.data);
	return `${chinese} | ${english}`;
}
