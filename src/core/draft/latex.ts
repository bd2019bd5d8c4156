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
]);

/**
 * LaTeX and plain TeX, as far as one must know where prose is. States: 't' text · 'e' + name: an environment that is no
 * prose · 'd' display math.
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
		return text(line);
	},
};

function text(line: string): LineScan {
	const environment = /\\begin\{([A-Za-z]+\*?)\}/.exec(line)?.[1];
	if (
		environment &&
		(verbatim.test(environment) || mathematics.test(environment)) &&
		!line.includes(`\\end{${environment}}`)
	)
		return { after: `e${environment}`, regions: whole(line, 'code') };
	const regions: Region[] = [];
	for (let at = 0; at < line.length;) {
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
