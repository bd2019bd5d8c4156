// What each code of a finding means and what can be done, Chinese then English: for readers of SARIF who have never
// seen this tool.

import type { FindingCode, Severity } from '../../core/draft/finding';

/** A code in words: a title, what it means and what to do, and how grave it usually is. */
export interface Rule {
	readonly title: string;
	readonly help: string;
	readonly usual: Severity;
}

const rules: Readonly<
	Record<FindingCode, readonly [zh: string, en: string, zhHelp: string, enHelp: string, usual: Severity]>
> = {
	'quotation.verbatim': [
		'引文与来源一字不差',
		'As the source has it',
		'只在要求列出全部时报告。',
		'Reported only when everything is asked for.',
		'hint',
	],
	'quotation.form': [
		'字同，标点、全半角或繁简不同',
		'The same words in another form',
		'可改用来源的标点；繁简不必改。',
		'Take the marks of the source; script may stay.',
		'information',
	],
	'quotation.differs': [
		'引文与来源不同',
		'Differs from its source',
		'有字改了、漏了或多了。改用原文，或去掉引号改为转述。',
		'Words were changed, left out or put in. Take the source’s wording, or remove the marks.',
		'warning',
	],
	'quotation.spliced': [
		'引文有省略、换了语序或由几处拼成',
		'Elided, in another order or pieced together',
		'补上省略的字句，或用省略号标明，或分开引用。',
		'Put back or mark what was left out, or quote the pieces separately.',
		'warning',
	],
	'quotation.attribution': [
		'说话人、场合、日期或出处与来源不符',
		'Another speaker, occasion, date or source',
		'按来源改正，或改注出处。',
		'Correct it, or cite the source the words are from.',
		'warning',
	],
	'quotation.unattributed': [
		'用了记录在案的原话而没有说明',
		'Recorded words without marks or attribution',
		'加上引号、说话人和出处，或改用自己的话。',
		'Add marks, speaker and citation, or use words of your own.',
		'information',
	],
	'quotation.unknown': [
		'语料里没有这句话',
		'Not in this corpus',
		'只是说手头的材料里没有，不是说它不对。',
		'Says only that nothing at hand has it, not that it is wrong.',
		'information',
	],
	'quotation.uncited': [
		'原话没有注明出处',
		'Nothing cites the quotation',
		'加上脚注或引文键。',
		'Add a footnote or a key.',
		'hint',
	],
	'wording.near': [
		'疑似笔误',
		'Looks like a slip',
		'与已知的术语或提法只差一两个字。',
		'One or two characters off a known term or formulation.',
		'warning',
	],
	'wording.wrong': [
		'记录在案的错误写法',
		'A form recorded as wrong',
		'改为正确的写法。',
		'Write it as recorded.',
		'warning',
	],
	'wording.inconsistent': [
		'同一术语前后写法不一',
		'One term in two forms',
		'全文统一为一种写法。',
		'Keep to one of them.',
		'hint',
	],
	'wording.superseded': [
		'旧的提法',
		'An older wording',
		'语料库里已有新的提法。',
		'The corpus has a newer one.',
		'information',
	],
	'punctuation.halfwidth': [
		'中文里用了半角标点',
		'Half-width mark in Chinese text',
		'改为全角。',
		'Use the full-width one.',
		'information',
	],
	'punctuation.unbalanced': [
		'引号、括号不配对',
		'A mark without its partner',
		'补上或删去。',
		'Add the other one, or remove it.',
		'information',
	],
	'figure.differs': [
		'数字与所引来源不符',
		'Another number than the source cited',
		'核对来源，改正数字或出处。',
		'Check the source; correct the number or the citation.',
		'warning',
	],
	'reference.undefined': [
		'脚注没有内容，或引文键没有来源',
		'A note without text, or a key without source',
		'补上注文，或改正引文键。',
		'Add the text of the note, or correct the key.',
		'warning',
	],
	'reference.unused': [
		'脚注没有被引用',
		'Nothing refers to the note',
		'引用它，或删去。',
		'Refer to it, or remove it.',
		'information',
	],
	'reference.missing': [
		'参考文献缺少著录项目',
		'The reference has gaps',
		'在语料包里补上来源缺的字段。',
		'Fill in the fields of the source in its pack.',
		'information',
	],
	'reference.other': [
		'注文与来源不一致',
		'The note is not its source’s reference',
		'更新注文；自己改写过的可以不管。',
		'Bring it up to date; leave it where it was changed on purpose.',
		'information',
	],
};

/** A code in words. */
export function ruleOf(code: FindingCode): Rule {
	const [zh, en, zhHelp, enHelp, usual] = rules[code];
	return { title: `${zh} | ${en}`, help: `${zhHelp} | ${enHelp}`, usual };
}
