// Drafts made of parts, each word of them unlike every other, so that each can be looked for in what becomes of them.
import fc from 'fast-check';

/** A draft, and the words in it. */
export interface MadeDraft {
	readonly text: string;
	/** Those that stand in its text or in a note that is referred to. */
	readonly words: readonly string[];
}

/** Makes words and notes as a draft is written down. */
class Pen {
	readonly words: string[] = [];
	readonly notes: string[] = [];

	word(): string {
		const made = `词${'甲乙丙丁戊己庚辛壬癸'.charAt(this.words.length % 10)}${this.words.length}号`;
		this.words.push(made);
		return made;
	}

	note(words: string): string {
		this.notes.push(words);
		return `[^n${this.notes.length}]`;
	}
}

type Part = (pen: Pen) => string;

const plain: fc.Arbitrary<Part> = fc.constant(pen => pen.word());
const wrapped: fc.Arbitrary<Part> = fc
	.constantFrom(
		'**',
		'*',
		'~~',
		'`',
		'“”',
		'（）',
		'<sup></sup>',
		'<b></b>',
		'\u0007',
		'😀',
		' = ',
		'&amp;',
		'<br>',
		'\\*',
	)
	.map(marks => pen => {
		const [open = '', close = open] = marks.split(/(?<=[>“（])(?=[<”）])/);
		return open + pen.word() + close;
	});
const linked: fc.Arbitrary<Part> = fc
	.constantFrom('https://a.example/x', 'javascript:alert(1)', '#part', 'mailto:a@b.cn')
	.map(address => pen => `[${pen.word()}](${address})`);
const noted: fc.Arbitrary<Part> = fc.boolean().map(isLong => pen => {
	const words = pen.word();
	return pen.word() + pen.note(isLong ? `${words}\n\n    ${pen.word()}` : words);
});
const inlineNoted: fc.Arbitrary<Part> = fc.constant(pen => `${pen.word()}^[${pen.word()}]`);
const line: fc.Arbitrary<Part> = fc
	.array(fc.oneof({ arbitrary: plain, weight: 4 }, wrapped, linked, noted, inlineNoted), { minLength: 1, maxLength: 6 })
	.chain(parts =>
		fc.constantFrom('', '，', ' ', '\n').map(between => pen => parts.map(part => part(pen)).join(between)),
	);
const oneLine: fc.Arbitrary<Part> = line.map(part => pen => part(pen).replaceAll('\n', ' '));

const indented = (text: string, by: string) => text.replace(/\n(?=[^\n])/g, `\n${by}`);

const { block } = fc.letrec<{ block: Part }>(tie => ({
	block: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{ arbitrary: line, weight: 5 },
		fc.tuple(fc.integer({ min: 1, max: 6 }), oneLine).map(
			([level, part]) =>
				(pen: Pen) =>
					`${'#'.repeat(level)} ${part(pen)}`,
		),
		fc
			.constantFrom('一、', '（二）', '3. ', '（4）', '附件：', '图1 ', '表2 ')
			.map(number => (pen: Pen) => `${number}${pen.word()}。${pen.word()}`),
		fc
			.array(fc.array(oneLine, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
			.map(rows => (pen: Pen) => {
				const columns = rows[0]?.length ?? 2;
				const cells = rows.map(
					row =>
						`| ${row
							.slice(0, columns)
							.map(part => part(pen).replaceAll('|', '\\|'))
							.join(' | ')} |`,
				);
				return [cells[0], `|${':-:|'.repeat(columns)}`, ...cells.slice(1)].join('\n');
			}),
		fc.constant((pen: Pen) => `\`\`\`\n${pen.word()}\n\t${pen.word()}\n\`\`\``),
		fc.constant((pen: Pen) => `![${pen.word()}](none.png)`),
		fc.constant((pen: Pen) => `<div align="right">${pen.word()}</div>`),
		fc.constant((pen: Pen) => `$$\n${pen.word()}\n$$`),
		fc.constantFrom('***', '<!-- 注释 -->', '\u00a0').map(text => () => text),
		tie('block').map(part => (pen: Pen) => `> ${indented(part(pen), '> ').replaceAll('\n\n', '\n>\n')}`),
		fc.tuple(fc.constantFrom('- ', '1. ', '7. '), fc.array(tie('block'), { minLength: 1, maxLength: 3 })).map(
			([mark, parts]) =>
				(pen: Pen) =>
					parts.map(part => mark + indented(part(pen), '   ')).join('\n'),
		),
	),
}));

/** Any draft in Markdown. */
export const anyDraft: fc.Arbitrary<MadeDraft> = fc
	.tuple(fc.option(fc.constantFrom('题', '报告')), fc.array(block, { maxLength: 12 }))
	.map(([title, blocks]) => {
		const pen = new Pen();
		const body = blocks.map(part => part(pen));
		const head = title === null ? [] : [`---\ntitle: ${title}\n---`];
		const notes = pen.notes.map((words, at) => `[^n${at + 1}]: ${words}`);
		return { text: `${[...head, ...body, ...notes].join('\n\n')}\n`, words: pen.words };
	});
