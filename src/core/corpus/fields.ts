// The fields of records as people read them: CSL item types, fields a reference may lack, Chinese and English
// descriptions.

/** CSL-JSON item types (CSL 1.0.2, csl-data.json), the values `type` may have. */
export const itemTypes = [
	'article',
	'article-journal',
	'article-magazine',
	'article-newspaper',
	'bill',
	'book',
	'broadcast',
	'chapter',
	'classic',
	'collection',
	'dataset',
	'document',
	'entry',
	'entry-dictionary',
	'entry-encyclopedia',
	'event',
	'figure',
	'graphic',
	'hearing',
	'interview',
	'legal_case',
	'legislation',
	'manuscript',
	'map',
	'motion_picture',
	'musical_score',
	'pamphlet',
	'paper-conference',
	'patent',
	'performance',
	'periodical',
	'personal_communication',
	'post',
	'post-weblog',
	'regulation',
	'report',
	'review',
	'review-book',
	'software',
	'song',
	'speech',
	'standard',
	'thesis',
	'treaty',
	'webpage',
] as const;

/** Fields a reference may need and no page prove: the values `missing` may hold. */
export const missingFields = [
	'author',
	'editor',
	'container-title',
	'publisher',
	'publisher-place',
	'issued',
	'accessed',
	'volume',
	'issue',
	'page',
	'number',
	'edition',
	'URL',
	'DOI',
] as const;

type Words = Readonly<Record<string, string>>;

const shared: Words = {
	id: '编号：小写字母、数字和连字符，全包唯一。Id: lower-case letters, digits, hyphens; unique in the pack.',
	extends:
		'要补充的另一语料包记录的编号：只补它空着的字段。Id of a record of another pack whose empty fields this one fills.',
};

const words: Readonly<Record<string, Words>> = {
	source: {
		'': '一条来源：页面能证明的才写，证明不了的列入 missing。One source: only what the page proves; gaps go into missing.',
		type: '文献类型（CSL）：报纸 article-newspaper、期刊 article-journal、网页 webpage、图书 book、报告 report、讲话 speech……',
		title: '题名，照原样。Title as printed.',
		author: '作者：{ literal: 金观平 }，或分写 family、given。Authors.',
		editor: '编者。Editors.',
		translator: '译者。Translators.',
		'container-title': '所在的报纸、期刊、网站或文集名。Newspaper, journal, site or collection.',
		publisher: '出版者。Publisher.',
		'publisher-place': '出版地。Place of publication.',
		issued: '原文发表日期：2024、2024-01 或 2024-01-31；转载页的日期写在 held。Date of publication, not of a repost.',
		accessed: '引用（查阅）日期。Date of access.',
		volume: '卷。Volume.',
		issue: '期。Issue.',
		page: '页码；报纸为版次。Pages; of a newspaper the page number.',
		number: '编号，如文号、标准号、专利号。Number of a document, standard or patent.',
		edition: '版本。Edition.',
		URL: '网址。',
		DOI: 'DOI。',
		language: '语种，如 zh-CN。Language.',
		note: '备注，不进参考文献。Note; never part of the reference.',
		held: '手上这份从哪里来（from）、那一页的日期（date）；不是原文的发表日期。Where and when the held copy was published.',
		holdings: '同一篇文章的其他出处：from、date、URL。Other places the same text was found in.',
		imported: '导入前的文件：file 原文件名、sha256 校验值。The file this was imported from.',
		damage:
			'手上这份的残缺：quotation-marks 引号脱落，characters 有字无法辨认，或用文字说明。What is wrong with the copy.',
		missing: '著录需要而页面没有的项目。What a reference would need and no page proves.',
		fidelity: 'complete 完整；damaged 有脱漏，不作核对依据；excerpt 只存一段。',
		contributors: '只写了其中一部分的作者：name、role、paragraphs。Authors of parts only.',
		unrecorded: '没有记录的段落和理由。Paragraphs without a record, each with the reason.',
	},
	citation: {
		'': '一条引文：引语、观点或数据。One citation: words said, a point, or a figure.',
		kind: 'quotation 原话；point 用自己的话写的论点；figure 数据。',
		text: '引文一字不改；论点和数据用自己的话。Quotations verbatim; points and figures in your own words.',
		speaker: '谁说的。Who said it.',
		occasion: '在什么场合。On what occasion.',
		date: '什么时候说的：2024、2024-01 或 2024-01-31。When it was said.',
		source: '来源的编号。Id of the source.',
		paragraph: '在正文第几段（从 1 数）。Paragraph of the body, from 1.',
		marked: '原文里是否加了引号。Whether it stood in quotation marks there.',
		terms: '涉及的术语编号。Ids of the terms it speaks of.',
		wording:
			'数据在原文里的那个分句，一字不改（只用于 figure）。The source’s own clause with the number, verbatim (figures only).',
		value: '数值。The number.',
		unit: '单位，如 个、%、亿元。Unit.',
		year: '数据的年份。Year of the figure.',
	},
	term: {
		'': '一条术语。One term.',
		term: '规范写法。The term as it should be written.',
		aliases: '别称、简称。Other names and abbreviations.',
		english: '英文。English.',
		category: '类别。Category.',
		definition:
			'定义：text 用自己的话写一两句；basis 写依据的引文编号，常识写 general。Definition and what it rests on.',
		usage: '怎么用、常见搭配。How it is used.',
		related: '相关术语的编号。Ids of related terms.',
		wrong: '常见的错误写法。Forms written by mistake.',
		pinyin: '只在自动注音有误时写：音节用空格隔开，如 lv xian。Only where automatic pinyin is wrong.',
		supersedes: '它所取代的旧说法。Older wordings it replaced.',
	},
	formulation: {
		'': '一条提法；空位写成 {名称}。One formulation; slots as {name}.',
		text: '提法，空位写成 {名称}，如：要牢牢把握{目标}这个首要任务。',
		category: '类别，如 强调、措施。Category.',
		citations: '出处：引文编号。Ids of citations it occurs in.',
		usage: '怎么用。How it is used.',
	},
	ignore: {
		'': '一处不再提示的地方。One thing that is not to be reported.',
		code: '检查项，如 quotation.differs；一类，如 quotation；或 "*"。Code of a finding, a family, or "*".',
		text: '文稿中的原话（标点、繁简、全半角不论）；不写就处处不提示。The words of the draft; left out: whatever it is about.',
		reason: '为什么，给人看。Why, for people.',
	},
	pack: {
		'': '语料包说明。What the pack says of itself.',
		title: '语料包名称。Name of the pack.',
		language: '语言，如 zh-CN。Language.',
		licence: '许可，如 MIT、CC-BY-4.0。Licence.',
	},
};

/**
 * Puts the description of every field into a JSON Schema of one record, where the editor shows it in hovers and
 * completion.
 */
export function describe(kind: string, schema: Record<string, unknown>): Record<string, unknown> {
	const own = words[kind] ?? {};
	const properties = schema.properties as Record<string, Record<string, unknown>> | undefined;
	for (const [field, property] of Object.entries(properties ?? {})) {
		const description = own[field] ?? shared[field];
		if (description) property.description = description;
	}
	return { description: own[''], ...schema };
}

/** The known field nearest to a mistyped one: at most two letters off, else nothing. */
export function nearestField(kind: string, field: string): string | undefined {
	const known = [...Object.keys(words[kind] ?? {}), ...Object.keys(shared)].filter(name => name !== '');
	let best: string | undefined;
	let bestDistance = 3;
	for (const name of known) {
		const distance = editDistance(name.toLowerCase(), field.toLowerCase());
		if (distance < bestDistance) [best, bestDistance] = [name, distance];
	}
	return best;
}

function editDistance(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 2) return 3;
	/** Distances of what was read of `a` to each beginning of `b`. */
	let distances = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 0; i < a.length; i++) {
		const [first = 0, ...above] = distances;
		let diagonal = first;
		let left = i + 1;
		distances = [
			left,
			...above.map((up, j) => {
				left = Math.min(up + 1, left + 1, diagonal + (a[i] === b[j] ? 0 : 1));
				diagonal = up;
				return left;
			}),
		];
	}
	return distances.at(-1) ?? 0;
}
