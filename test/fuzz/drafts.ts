// Random drafts as people write them and as they should not be written: nested lists, quotations, code, comments,
// tables, HTML, front matter, footnotes of every shape, emoji, rare Han, CRLF, what is never closed.
import { escapeFor, type DraftLanguage } from '../../src/core/citations/edits/escape';
import { formatReference } from '../../src/core/citations/gbt7714/reference';
import type { Random } from './random';
import { sources } from './sources';

/** A draft in pieces, so that a failing one can be made smaller by leaving some out. */
export interface RandomDraft {
	readonly language: DraftLanguage;
	readonly pieces: readonly string[];
	readonly lineEnd: '\n' | '\r\n';
}

export const textOf = ({ pieces, lineEnd }: RandomDraft) => pieces.join('').replaceAll('\n', lineEnd);

/** Places in a source as they are said, and as a label ends with them. */
export const places = [
	{ said: '', label: '', locator: undefined },
	{ said: '第3段', label: '-p3', locator: { paragraph: 3 } },
	{ said: '第5页', label: '-pp5', locator: { page: '5' } },
	{ said: '第5-7页', label: '-pp5-7', locator: { page: '5-7' } },
] as const;

const words = [
	'发展新质生产力',
	'要加快转变经济发展方式',
	'，',
	'。',
	'；',
	'“科技创新能够催生新产业、新模式、新动力”',
	'“面对复杂严峻的国内外形势”',
	'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素',
	'未来产业',
	'全年增长5.3%',
	'「要素」',
	'《经济日报》',
	'**重点**',
	'*强调*',
	'“科技创新能够**催生**新产业^[见附件]、新模式、新动力”',
	'“面对复杂&nbsp;严峻的国内\\*外[^1]形势”',
	'50%',
	'a_b',
	' x ',
	'\t',
];
const odd = ['🔴', '🟢', '🟡', '👨‍👩‍👧', '👍🏽', '🇨🇳', '✈️', '1️⃣', 'e\u0301', '𠮷', '𠮶', '𪚥', '\u3000'];
const marked = [
	'`[^1]`',
	'`@jin-2024`',
	'$x^2$',
	'[链接](https://example.org/a_(b))',
	'见https://example.org/x ',
	'<b>粗</b>',
	'\\[^1]',
	'<!-- 注 [^2] -->',
	'&amp;',
	'![图](a.png)',
];
export const labels = [
	'1',
	'2',
	'3',
	'10',
	'x',
	'y',
	'注',
	'jin-2024',
	'wang-2023',
	'jin-2024-p3',
	'wang-2023-pp5',
	'Smith-2020',
];

const keyOf = (id: string) => (id.includes(' ') ? `{${id}}` : id);

function cluster(random: Random): string {
	const part = () => {
		const place = random.pick(places).said;
		const before = random.chance(0.1) ? random.pick(['参见 ', '另见 ', '-']) : '';
		return `${before}@${random.chance(0.05) ? 'nobody' : keyOf(random.pick(sources).id)}${place && random.chance(0.5) ? `, ${place}` : ''}`;
	};
	return `[${random.some(1, 3, part).join('; ')}]`;
}

function cited(random: Random): string {
	const kind = random.below(10);
	if (kind < 5) return random.some(1, random.chance(0.2) ? 3 : 1, () => `[^${random.pick(labels)}]`).join('');
	if (kind < 8) return cluster(random);
	if (kind < 9) return `，@${keyOf(random.pick(sources).id)}${random.pick(['', ' [第3页]'])} 说`;
	return random.pick(['[^z]', '[1]', '@nobody ', '[^ ', '[@ ']);
}

function inline(random: Random, most = 6): string {
	return `文${random
		.some(1, most, () => {
			const kind = random.below(20);
			if (kind < 9) return random.pick(words);
			if (kind < 12) return random.pick(odd);
			if (kind < 13) return random.pick(marked);
			return cited(random);
		})
		.join('')}`;
}

/** Quotations in LaTeX with what stands in them. */
const quotedTex = [
	'“国民经济保持平稳较快发展，全年增长6.2\\%。”',
	'“国民经济\\\\保持平稳较快发展，全年增长约6\\%以上。”',
	'“科技创新能够\\emph{催生}新产业\\footnote{见附件}、新模式、新动力”',
	'“面对复杂\\,严峻的国内\\index{国内}外形势”',
];

const indented = (text: string, by: string) => text.replace(/\n(?!\n|$)/g, `\n${by}`);

function reference(random: Random): string {
	const edition = random.pick(['2025', '2025', '2015'] as const);
	return escapeFor(
		'markdown',
		formatReference(random.pick(sources), { edition, locator: random.pick(places).locator }).text,
	);
}

/** The words of a note. */
function note(random: Random): string {
	const own = () => random.pick(['说明', '同上。', '见本文附件一', `又见[^${random.pick(labels)}]`, '🔴注', '𠮷野']);
	switch (random.below(12)) {
		case 0:
			return `${own()}\n续行`;
		case 1:
			return `${own()}\n    续行`;
		case 2:
			return `${own()}\n\n    又一段${random.pick(['', cited(random)])}`;
		case 3:
			return `${own()}\n\n    \`\`\`\n    [^1]: 码\n    \`\`\``;
		case 4:
			return `${own()}\n\n    - 项\n    - 项`;
		case 5:
			return '';
		case 6:
		case 7:
			return own();
		default:
			return reference(random);
	}
}

function definition(random: Random): string {
	const label = random.pick(labels);
	const known = sources.find(one => one.id === label);
	const own = known && random.chance(0.6) ? escapeFor('markdown', formatReference(known, {}).text) : note(random);
	const line = `[^${label}]: ${own}`.trimEnd();
	// Where nothing stands on its line, programs do not agree on what a line right below is.
	const apart = own === '' ? '\n\n' : random.pick(['\n', '\n', '\n\n']);
	switch (own === '' ? 13 : random.below(14)) {
		case 0:
			return ` ${line}${apart}`;
		case 1:
			return `   ${line}${apart}`;
		case 2:
			return `- 列表\n\n  ${indented(line, '  ')}\n\n`;
		case 3:
			return `- ${indented(line, '  ')}\n\n`;
		case 4:
			return `> ${line.replace(/\n/g, '\n> ')}\n\n`;
		case 5:
			return `${line}\n下一段${inline(random)}\n\n`;
		default:
			return `${line}${apart}`;
	}
}

/** Neighbouring lines that begin with different emoji or rare characters. */
const signed = (random: Random) =>
	`${random.some(2, 4, () => `${random.pick(odd).trim()}${inline(random, 3)}`).join('\n')}\n\n`;

function item(random: Random, depth: number): string {
	const mark = random.pick(depth === 2 ? ['- ', '* ', '1. ', '10) '] : ['- ', '* ', '1. ']);
	const by = ' '.repeat(mark.length);
	const more = depth > 0 && random.chance(0.5) ? `\n${random.pick(['', '\n'])}${item(random, depth - 1)}` : '';
	const paragraph = random.chance(0.2) ? `\n\n${inline(random)}` : '';
	return `${mark}${indented(inline(random) + paragraph + more, by)}`;
}

function table(random: Random): string {
	const cell = () => inline(random, 3).replace(/[|\n]/g, '');
	const row = () => `| ${cell()} | ${cell()} |`;
	return `${row()}\n|---|---|\n${random.some(1, 3, row).join('\n')}\n\n`;
}

function block(random: Random): string {
	switch (random.below(18)) {
		case 0:
			return `${'#'.repeat(1 + random.below(3))} ${inline(random)}\n\n`;
		case 1:
		case 2:
			return `${random.some(1, 3, () => item(random, 2)).join(random.pick(['\n', '\n\n']))}\n\n`;
		case 3:
			return `> ${inline(random)}\n> ${random.pick(['', '- ', '> '])}${inline(random)}\n${random.pick(['', '续行\n'])}\n`;
		case 4:
			return table(random);
		case 5:
			return `${random.pick(['```', '~~~'])}\n[^1]: 码\n[^jin-2024] [@jin-2024]\n${random.pick(['```', '~~~'])}\n\n`.replace(
				/^(```|~~~)([^]*)(?:```|~~~)/,
				'$1$2$1',
			);
		case 6:
			return `文\n\n    [^wang-2023]: 缩进的码\n\n`;
		case 7:
			return `<!-- [^1]: 注\n\n[@jin-2024] -->\n\n`;
		case 8:
			return random.pick([
				`<div>\n${random.pick(words)}\n</div>\n\n`,
				`\n　　${inline(random)}\n　　${inline(random)}\n\n`,
			]);
		case 9:
		case 10:
			return signed(random);
		case 11:
			return random.pick(['---\n\n', '***\n\n', `${inline(random)}\n===\n\n`]);
		case 12:
		case 13:
		case 14:
			return definition(random);
		default:
			return `${random.some(1, 2, () => inline(random)).join('\n')}\n\n`;
	}
}

const list = (random: Random) =>
	random.pick([
		'<!-- policy-writing: references -->\n<!-- /policy-writing: references -->\n\n',
		'## 参考文献\n\n<!-- policy-writing: references -->\n\n[1] 旧.\n\n<!-- /policy-writing: references -->\n\n',
		'## 参考文献\n\n',
		`## 参考文献\n\n[1] 甲. 书[M].\n\n[3] ${reference(random)}\n\n`,
		'<!-- policy-writing: references -->\n',
	]);

const unclosed = (random: Random) =>
	random.pick([
		'```\n码\n',
		'<!-- 未完\n\n文\n',
		'文 <!-- 未完\n\n文\n',
		'$$\nx\n',
		'<pre>\n码\n\n',
		'文`码\n',
		'文[^1',
		'文[@jin-2024',
		'> ```\n> 码\n',
	]);

function markdown(random: Random): string[] {
	const pieces: string[] = [];
	if (random.chance(0.1)) pieces.push('---\ntitle: 题[^1]\n---\n\n');
	pieces.push(...random.some(1, 7, () => block(random)));
	if (random.chance(0.2)) pieces.push(list(random));
	pieces.push(...random.some(0, 5, () => definition(random)));
	if (random.chance(0.15)) pieces.push(block(random));
	if (random.chance(0.12)) pieces.push('\n', unclosed(random));
	if (random.chance(0.3)) pieces[pieces.length - 1] = pieces.at(-1)!.trimEnd();
	return pieces;
}

function latex(random: Random): string[] {
	const cite = () => {
		const id = random.pick(sources).id.replace(' ', '-');
		const place = random.pick(places);
		switch (random.below(8)) {
			case 0:
				return `\\cite{${id},${random.pick(sources).id.replace(' ', '-')}}`;
			case 1:
				return `\\cite[见][${place.said || '第3页'}]{${id}}`;
			case 2:
				return `\\footnote{说明{一}${random.pick(odd)}}`;
			case 3:
			case 4:
				return `\\footnote{${escapeFor('latex', formatReference(random.pick(sources), { locator: place.locator }).text)}}`;
			default:
				return `\\cite${place.said ? `[${place.said}]` : ''}{${id}}`;
		}
	};
	const line = () =>
		`文${random
			.some(1, 6, () =>
				random.chance(0.5)
					? random.pick([...words.filter(one => !/[%_*^&]/.test(one)), ...quotedTex, '50\\%'])
					: random.chance(0.4)
						? random.pick(odd)
						: cite(),
			)
			.join('')}`;
	const pieces = random.some(1, 8, () =>
		random.pick([
			() => `${line()}\n`,
			() => `${line()}\n\n`,
			() => `${random.some(2, 3, () => `${random.pick(odd)}${line()}`).join('\n')}\n\n`,
			() => `% ${line()}\n`,
			() => `\\begin{verbatim}\n\\cite{jin-2024}\n\\end{verbatim}\n`,
			() => `\\begin{itemize}\n\\item ${line()}\n\\end{itemize}\n`,
			() => `\\section{${line()}}\n`,
			() => `$x_1$ \\[ y \\]\n`,
		])(),
	);
	if (random.chance(0.2)) pieces.push('% policy-writing: references\n% /policy-writing: references\n');
	if (random.chance(0.5)) pieces.push('\\end{document}\n');
	return pieces;
}

/** Brackets in which people write numbers. */
const brackets = ['[]', '[]', '[]', '［］', '〔〕'] as const;

/** A number in the text, or several, in a shape that people write. */
function numbers(random: Random, [open, close]: readonly [string, string], number: () => number): string {
	const range = () => {
		const from = number();
		const to = from + 1 + random.below(2);
		const sign = random.pick(['-', '–', '~', '—', '至']);
		return random.chance(0.3) ? `${from}${close}${sign}${open}${to}` : `${from}${sign}${to}`;
	};
	const inner = random.chance(0.12)
		? range()
		: random.some(1, random.chance(0.2) ? 3 : 1, number).join(random.pick(['，', ',', '、']));
	return `${open}${random.chance(0.05) ? ` ${inner} ` : inner}${random.chance(0.05) ? ':25' : ''}${close}`;
}

function plain(random: Random): string[] {
	const number = () => 1 + random.below(random.chance(0.1) ? 30 : 5);
	const shape = random.pick(brackets);
	const pair = [shape.charAt(0), shape.charAt(1)] as const;
	const mark = () =>
		random.chance(0.95) ? numbers(random, pair, number) : random.pick(['[2024]', '[2-2]', '国发〔2014〕3号']);
	const line = () =>
		random
			.some(1, 6, () => (random.chance(0.5) ? mark() : random.chance(0.3) ? random.pick(odd) : random.pick(words)))
			.join('');
	const pieces = random.some(1, 5, () => `${random.pick(odd)}${line()}${random.pick(['\n', '\n\n'])}`);
	if (random.chance(0.1)) pieces.push(`参考文献\n[1] 甲.\n\n`);
	if (random.chance(0.85)) {
		pieces.push('\n参考文献\n');
		const listed = [...new Set(random.some(1, 5, number))];
		const head = random.pick([
			(one: number) => `${pair[0]}${one}${pair[1]} `,
			(one: number) => `[${one}] `,
			(one: number) => `[${one}]`,
			(one: number) => `${one}. `,
		]);
		if (head(1) === '1. ') listed.splice(0, Infinity, ...listed.map((_, at) => at + 1));
		for (const one of listed)
			pieces.push(
				`${head(one)}${random.chance(0.4) ? formatReference(random.pick(sources), {}).text : `第${one}条${random.pick(['.', '，见[2].', '🔴.', '. [2024-03-01]', '，\n  续行.', '，\n续行.'])}`}\n`,
			);
		if (random.chance(0.3)) pieces.push(`\n附件：${line()}\n`);
	}
	return pieces;
}

export function randomDraft(random: Random): RandomDraft {
	const language = random.pick(['markdown', 'markdown', 'markdown', 'markdown', 'latex', 'plaintext'] as const);
	const make = { markdown, latex, plaintext: plain };
	return { language, pieces: make[language](random), lineEnd: random.chance(0.3) ? '\r\n' : '\n' };
}
