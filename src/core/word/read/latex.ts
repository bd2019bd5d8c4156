// A draft in LaTeX → Markdown, as far as it is clear what its commands mean; of others the words between braces stay.

import { dropped, headings, plain, signs, silent, titleSize, wrapped } from './latexCommands';
import { expanded, namesIn, type Names } from './latexNames';
import { cellsOf, shortTable } from './latexTables';
import { argumentsOf, endOf, groupAt, lines, protectedText, splitItems, token, withoutComments } from './latexText';
import type { Problems } from './problems';
import { joinedLines } from '../../text/words/textEnd';

/** The Markdown of a draft in LaTeX, its title and author as front matter. */
export function latexToMarkdown(text: string, problems: Problems): string {
	const plain = withoutComments(text.replace(/\r\n?/g, '\n'));
	const shared: Shared = { problems, names: namesIn(plain), counts: { figure: 0, table: 0 }, depth: 0 };
	const [, before = '', body = plain] = /^(.*?)\\begin\{document\}(.*?)(?:\\end\{document\}.*)?$/s.exec(plain) ?? [];
	const reader = new LatexReader(body, shared);
	const markdown = reader.all();
	const title = ['title', 'author', 'date'].flatMap(name => {
		const [found] = argumentsOf(plain === body ? body : before + body, name);
		return found === undefined ? [] : [`${name}: ${JSON.stringify(new LatexReader(found, shared).all().trim())}`];
	});
	const front = title.length > 0 ? `---\n${title.join('\n')}\n---\n\n` : '';
	return `${front}${markdown}\n\n${reader.notes.map((note, at) => `[^tex${at + 1}]: ${note}`).join('\n\n')}\n`;
}

/** What the parts of a draft have in common. */
interface Shared {
	readonly problems: Problems;
	readonly names: Names;
	readonly counts: { figure: number; table: number };
	/** How many commands of its own are being written out, one within another. */
	depth: number;
}

/** A command that stands for itself goes on for ever. */
const deepest = 20;
const signOf = { figure: '图', table: '表', section: '', equation: '' } as const;

class LatexReader {
	/** What its footnotes say. */
	readonly notes: string[] = [];
	private at = 0;
	private out = '';

	constructor(
		private readonly text: string,
		private readonly shared: Shared,
	) {}

	all(): string {
		while (this.at < this.text.length) this.next();
		return this.out.replace(/\n{3,}/g, '\n\n');
	}

	private next(): void {
		token.lastIndex = this.at;
		const found = token.exec(this.text);
		if (!found) {
			this.at++;
			return;
		}
		this.at = token.lastIndex;
		const [written, name, sign] = found;
		if (name !== undefined) this.command(name);
		else if (sign !== undefined) this.escaped(sign);
		else this.out += plain.get(written) ?? this.words(written);
	}

	private words(written: string): string {
		if (written.startsWith('$$')) return `\n\n$$\n${written.slice(2, -2).trim()}\n$$\n\n`;
		if (written.startsWith('$')) return written;
		if (/^\n[ \t]*\n/.test(written)) return '\n\n';
		if (written.startsWith('\n')) return '\n';
		return protectedText(written);
	}

	/** `\\`, `\%`, `\[`. */
	private escaped(sign: string): void {
		if (sign === '\\') {
			this.optional();
			this.spaces();
			this.out += '<br>';
		} else if (sign === '[') {
			const end = this.text.indexOf('\\]', this.at);
			this.out += `\n\n$$\n${this.text.slice(this.at, end).trim()}\n$$\n\n`;
			this.at = end < 0 ? this.text.length : end + 2;
		} else this.out += protectedText(sign);
	}

	private command(name: string): void {
		const level = headings.get(name);
		const marks = wrapped.get(name);
		if (level !== undefined) this.out += `\n\n${'#'.repeat(level)} ${this.argument().replaceAll('\n', ' ').trim()}\n\n`;
		else if (marks) this.out += marks[0] + this.argument() + marks[1];
		else if (signs.has(name)) this.out += signs.get(name) ?? '';
		else if (dropped.has(name)) this.skip(name);
		else if (!silent.has(name)) this.ownOrSpecial(name);
	}

	/** A command that the draft defines, or one of those that have an own way. */
	private ownOrSpecial(name: string): void {
		const { shared } = this;
		const macro = shared.names.macros.get(name);
		if (macro && shared.depth < deepest) {
			const given = Array.from({ length: macro.count }, () => this.group());
			shared.depth++;
			this.out += this.inside(expanded(macro, given));
			shared.depth--;
		} else if (/^(?:ref|eqref|autoref|cref|Cref)$/.test(name)) this.reference(name, this.group());
		else if (/^(?:verb|lstinline)$/.test(name)) this.verbatim();
		else if (/^(?:input|include|subfile|import)$/.test(name)) shared.problems.add('latex.file', this.group());
		else this.special(name);
	}

	/** The numbers of what has a label; headings and formulas have none in Word, which is told of. */
	private reference(command: string, label: string): void {
		this.out += label
			.split(',')
			.map(one => this.numberOf(command, one.trim()))
			.join('、');
	}

	private numberOf(command: string, label: string): string {
		const { problems, names } = this.shared;
		const found = names.labels.get(label);
		if (!found) problems.add('label', `\\${command}{${label}}`);
		else if (signOf[found.kind] === '') problems.add('latex', `\\${command}{${label}}`);
		const sign = found && command !== 'ref' ? signOf[found.kind] : '';
		const number = found?.number ?? protectedText(label);
		return command === 'eqref' ? `(${number})` : sign + number;
	}

	/** What stands between two signs, any, as it is written. */
	private verbatim(): void {
		const sign = this.text.charAt(this.at);
		const end = this.text.indexOf(sign === '{' ? '}' : sign, this.at + 1);
		if (end < 0) return;
		this.out += `<code>${protectedText(this.text.slice(this.at + 1, end))}</code>`;
		this.at = end + 1;
	}

	private special(name: string): void {
		switch (name) {
			case 'begin':
				return this.environment(this.group());
			case 'footnote':
			case 'footnotetext':
				this.notes.push(
					this.argument()
						.trim()
						.replace(/\n\s*\n/g, '\n\n    '),
				);
				this.out += `[^tex${this.notes.length}]`;
				return;
			case 'href': {
				const address = this.group();
				this.out += `[${this.argument()}](<${address}>)`;
				return;
			}
			case 'url':
				this.out += `<${this.group()}>`;
				return;
			case 'includegraphics':
				this.optional();
				this.out += `![](<${this.group()}>)`;
				return;
			case 'title':
			case 'author':
			case 'date':
			case 'end':
				this.group();
				return;
			case 'bibitem':
				this.optional();
				this.group();
				this.spaces();
				this.out += `\n\n\\[${++this.entries}\\] `;
				return;
			default:
				this.shared.problems.add('latex', `\\${name}`);
		}
	}

	private entries = 0;

	private environment(name: string): void {
		const end = endOf(this.text, this.at, name);
		const inner = this.text.slice(this.at, end);
		this.at = Math.min(this.text.length, end + `\\end{${name}}`.length);
		const bare = name.replace('*', '');
		if (bare === 'verbatim' || bare === 'lstlisting') this.out += `\n\n\`\`\`\n${inner.trim()}\n\`\`\`\n\n`;
		else if (/^(?:equation|align|gather|displaymath|multline)$/.test(bare))
			this.out += `\n\n$$\n${inner.trim()}\n$$\n\n`;
		else if (/^(?:itemize|enumerate|description)$/.test(bare)) this.out += this.list(inner, bare === 'enumerate');
		else if (/^(?:quote|quotation|displayquote)$/.test(bare)) this.out += `\n\n${lines(this.inside(inner), '> ')}\n\n`;
		else if (/^(?:tabular|tabularx|longtable|tabulary)$/.test(bare)) this.out += this.table(inner, bare);
		else if (bare === 'center' && this.out.trim() === '' && titleSize.test(inner))
			this.out += `\n\n# ${joinedLines(this.inside(inner.replace(/\\textbf(?![A-Za-z])/g, '')).trim(), ' ')}\n\n`;
		else if (bare === 'figure' || bare === 'table') this.out += this.float(inner, bare);
		else if (bare === 'thebibliography')
			this.out += `\n\n## 参考文献\n\n${this.inside(inner.replace(/^\s*\{[^{}]*\}/, ''))}\n\n`;
		else this.out += `\n\n${this.inside(inner.replace(/^\s*(?:\[[^\]]*\]|\{[^{}]*\})/, ''))}\n\n`;
	}

	private list(inner: string, isOrdered: boolean): string {
		const items = splitItems(inner).map(item => this.inside(item.replace(/^\s*\[([^\]]*)\]/, '$1 ')).trim());
		const marked = items.map((item, at) => {
			const mark = isOrdered ? `${at + 1}. ` : '- ';
			return mark + item.replace(/\n/g, `\n${' '.repeat(mark.length)}`);
		});
		return `\n\n${marked.join('\n')}\n\n`;
	}

	/** Rows of `a & b \\`; the first is the header. */
	private table(inner: string, name: string): string {
		const short = name === 'longtable' ? shortTable(inner) : undefined;
		if (short !== undefined) return this.float(short, 'table');
		const body = inner.trimStart().replace(/^(?:\[[^\]]*\])?(?:\s*\{(?:[^{}]|\{[^{}]*\})*\}){1,2}/, '');
		const rows = body
			.split(/\\\\(?:\[[^\]]*\])?/)
			.map(row => cellsOf(row).map(cell => joinedLines(this.inside(cell).trim(), ' ').replaceAll('|', '\\|')))
			.filter(row => row.some(cell => cell !== ''));
		const columns = Math.max(1, ...rows.map(row => row.length));
		const line = (row: readonly string[]) =>
			`| ${Array.from({ length: columns }, (_, at) => row[at] ?? '').join(' | ')} |`;
		const [first = [], ...rest] = rows;
		return `\n\n${[line(first), `|${'---|'.repeat(columns)}`, ...rest.map(line)].join('\n')}\n\n`;
	}

	/** A figure or a table with its caption. */
	private float(written: string, kind: 'figure' | 'table'): string {
		const inner = written.replace(/\\caption\s*\[[^\]]*\]/g, '\\caption');
		const [caption = ''] = argumentsOf(inner, 'caption');
		const words = joinedLines(this.inside(caption).trim(), ' ');
		const body = this.inside(inner.replace(/^\s*\[[^\]]*\]/, '').replace(`\\caption{${caption}}`, ''));
		const counted = caption === '' ? '' : `${signOf[kind]}${++this.shared.counts[kind]} `;
		// A person may have numbered it.
		const number = /^[图表]\s*\d/.test(words) ? '' : counted;
		if (body.includes('![](')) return `\n\n${body.replace('![](', () => `![${number}${words}](`).trim()}\n\n`;
		return `\n\nTable: ${number}${words}\n\n${body.trim()}\n\n`;
	}

	/** A part of the text, whose notes are counted on. */
	private inside(text: string): string {
		const reader = new LatexReader(text, this.shared);
		reader.notes.push(...this.notes);
		const read = reader.all();
		this.notes.splice(0, this.notes.length, ...reader.notes);
		return read;
	}

	private argument(): string {
		this.optional();
		return this.inside(this.group());
	}

	/** What stands in the braces that follow; nothing where none do. */
	private group(): string {
		const open = /\s*\{/y;
		open.lastIndex = this.at;
		if (!open.test(this.text)) return '';
		const inner = groupAt(this.text, open.lastIndex);
		this.at = Math.min(this.text.length, open.lastIndex + inner.length + 1);
		return inner;
	}

	private optional(): void {
		const brackets = /\s*\[[^\]]*\]/y;
		brackets.lastIndex = this.at;
		if (brackets.test(this.text)) this.at = brackets.lastIndex;
	}

	private spaces(): void {
		this.at += /^\s*/.exec(this.text.slice(this.at))?.[0].length ?? 0;
	}

	/** All arguments of a command; of one that defines another the name of that first. */
	private skip(command: string): void {
		const name = /\s*\\[A-Za-z]+/y;
		name.lastIndex = this.at;
		if (/^(?:def|(?:re)?newcommand|providecommand)$/.test(command) && name.test(this.text)) this.at = name.lastIndex;
		for (let before = -1; before !== this.at;) {
			before = this.at;
			this.optional();
			this.group();
		}
	}
}
