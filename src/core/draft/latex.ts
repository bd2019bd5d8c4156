// Which parts of a LaTeX line are prose: commands, their technical arguments, comments, mathematics and verbatim text
// are not.
import type { BlockState, LineScan, LineScanner, Region } from './region';
import { whole } from './region';

const verbatim = /^(?:verbatim\*?|Verbatim|lstlisting|minted|comment|filecontents\*?)$/;
const mathematics = /^(?:equation|align|gather|multline|eqnarray|displaymath|math|flalign|alignat)\*?$/;
/** Commands whose argument is a name, a path or a number, never prose. */
export const technical: ReadonlySet<string> = new Set([
	'cite',
	'citep',
	'citet',
	'parencite',
	'textcite',
	'footcite',
	'autocite',
	'supercite',
	'nocite',
	'ref',
	'eqref',
	'pageref',
	'autoref',
	'cref',
	'Cref',
	'label',
	'url',
	'input',
	'include',
	'includegraphics',
	'bibliography',
	'bibliographystyle',
	'addbibresource',
	'usepackage',
	'documentclass',
	'begin',
	'end',
	'hspace',
	'vspace',
	'setlength',
	'href',
	'index',
	'gls',
	'color',
	'textcolor',
	'hypertarget',
	'hyperlink',
	'bibitem',
	'pagestyle',
	'thispagestyle',
]);

/** Text that is set as it is written: \verb|…|, and \lstinline and its like with two equal marks or braces. */
const literals: readonly RegExp[] = [
	/\\verb\*?([^A-Za-z\s*]).*?\1/y,
	/\\(?:lstinline|mintinline(?:\[[^\]]*\])?\{[^{}]*\})(?:\[[^\]]*\])?(?:\{[^{}]*\}|([^A-Za-z\s{[]).*?\1)/y,
];
/** What opens, turns and closes a condition; \iff is a sign, and \ifthenelse a command. */
const condition = /(?<!\\)%.*|\\(if(?!f(?![A-Za-z])|thenelse(?![A-Za-z]))[A-Za-z]*|else|fi)(?![A-Za-z])/g;

/**
 * LaTeX and plain TeX, as far as one must know where prose is. States: 't' text · 'e' + name: an environment that is no
 * prose · 'd' display math · 'i' + depth: what \iffalse leaves out, within so many conditions.
 */
export const latexScanner: LineScanner = {
	initial: 't',
	scan(before: BlockState, line: string): LineScan {
		if (before[0] === 'e') {
			const name = before.slice(1);
			const kind = mathematics.test(name) ? 'math' : 'code';
			return { after: line.includes(`\\end{${name}}`) ? 't' : before, regions: whole(line, kind) };
		}
		if (before === 'd') return { after: /\$\$|\\\]/.test(line) ? 't' : 'd', regions: whole(line, 'math') };
		if (before[0] === 'i') return leftOut(line, 0, 0, Number(before.slice(1)), []);
		return text(line, 0, []);
	},
};

/** A line that is left out from `start` to the end of its condition, which is looked for at `from`. */
function leftOut(line: string, start: number, from: number, depth: number, before: readonly Region[]): LineScan {
	let open = depth;
	condition.lastIndex = from;
	for (let found = condition.exec(line); found; found = condition.exec(line)) {
		const name = found[1] ?? '';
		if (name === 'fi') open--;
		else if (name === 'else' && open === 1) open = 0;
		else if (name.startsWith('if')) open++;
		if (open > 0) continue;
		const end = found.index + found[0].length;
		return text(line, end, [...before, { start, end, kind: 'comment' }]);
	}
	const rest: Region = { start, end: line.length, kind: 'comment', open: true };
	return { after: `i${String(open)}`, regions: [...before, rest] };
}

/** A line from an offset on; `before`: what of it was read. */
function text(line: string, from: number, before: readonly Region[]): LineScan {
	const environment = environmentIn(line, from);
	if (
		environment &&
		(verbatim.test(environment) || mathematics.test(environment)) &&
		!line.includes(`\\end{${environment}}`)
	)
		return { after: `e${environment}`, regions: whole(line, 'code') };
	const regions: Region[] = [...before];
	for (let at = from; at < line.length;) {
		if (/^\\iffalse(?![A-Za-z])/.test(line.slice(at, at + 9))) return leftOut(line, at, at + 8, 1, regions);
		const found = spanAt(line, at);
		if (!found) {
			at++;
			continue;
		}
		regions.push(found);
		if (found.kind === 'math' && found.open) return { after: 'd', regions };
		at = Math.max(found.end, at + 1);
	}
	return { after: 't', regions };
}

/** The environment that begins on a line, what is commented out or set as it is written not counted. */
function environmentIn(line: string, from: number): string | undefined {
	if (!line.includes('\\begin{', from)) return undefined;
	let prose = line.slice(from);
	for (const literal of literals) prose = prose.replace(new RegExp(literal.source, 'g'), ' ');
	prose = prose.replace(/(?<!\\)%.*/, '');
	return /\\begin\{([A-Za-z]+\*?)\}/.exec(prose)?.[1];
}

/** Where text ends that is set as it is written, or nothing where none begins. */
function literalEnd(line: string, at: number): number | undefined {
	for (const literal of literals) {
		literal.lastIndex = at;
		const found = literal.exec(line);
		if (found) return at + found[0].length;
	}
	return undefined;
}

function spanAt(line: string, at: number): Region | undefined {
	switch (line[at]) {
		case '%':
			return { start: at, end: line.length, kind: 'comment', open: true };
		case '\\':
			return command(line, at);
		case '$': {
			const mark = line[at + 1] === '$' ? '$$' : '$';
			const close = line.indexOf(mark, at + mark.length);
			if (close >= 0) return { start: at, end: close + mark.length, kind: 'math' };
			if (mark === '$$') return { start: at, end: line.length, kind: 'math', open: true };
			return undefined;
		}
		default:
			return undefined;
	}
}

function command(line: string, at: number): Region {
	const end = literalEnd(line, at);
	return end === undefined ? commandOf(line, at) : { start: at, end, kind: 'code' };
}

function commandOf(line: string, at: number): Region {
	if (line[at + 1] === '[') {
		const close = line.indexOf('\\]', at + 2);
		if (close >= 0) return { start: at, end: close + 2, kind: 'math' };
		return { start: at, end: line.length, kind: 'math', open: true };
	}
	if (line[at + 1] === '(') {
		const close = line.indexOf('\\)', at + 2);
		if (close >= 0) return { start: at, end: close + 2, kind: 'math' };
	}
	const name = /\\([A-Za-z]+\*?|.?)/y;
	name.lastIndex = at;
	const written = name.exec(line);
	let end = at + (written?.[0].length ?? 1);
	const letters = written?.[1] ?? '';
	const open = /^[A-Za-z]/.test(letters);
	if (!technical.has(letters.replace(/\*$/, ''))) return { start: at, end, kind: 'command', open };
	const argument = /(?:\s*\[[^\]]*\])*\s*\{[^{}]*(\}?)/y;
	argument.lastIndex = end;
	const found = argument.exec(line);
	if (found) end += found[0].length;
	return { start: at, end, kind: 'command', open: found ? found[1] === '' : open };
}
