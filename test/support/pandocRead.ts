// A Word file as pandoc reads it.
import { spawnSync } from 'node:child_process';

export interface PandocRead {
	/** The words of title and text, in order; not those of notes. */
	readonly text: string;
	/** The words of each note. */
	readonly notes: readonly string[];
	readonly tables: number;
}

interface PandocNode {
	readonly t?: string;
	readonly c?: unknown;
}

/** Throws where pandoc cannot read it. */
export function readByPandoc(path: string): PandocRead {
	const { status, stdout, stderr } = spawnSync('pandoc', [path, '-f', 'docx', '-t', 'json'], { maxBuffer: 1e9 });
	if (status !== 0) throw new Error(stderr.toString());
	const { meta, blocks } = JSON.parse(stdout.toString()) as { meta: unknown; blocks: unknown };
	const notes: string[] = [];
	let tables = 0;
	const wordsOf = (node: unknown): string => {
		if (Array.isArray(node)) return node.map(wordsOf).join('');
		if (typeof node !== 'object' || node === null) return '';
		const { t, c } = node as PandocNode;
		if (t === 'Str' && typeof c === 'string') return c;
		if ((t === 'Code' || t === 'CodeBlock') && Array.isArray(c)) return String(c[1]);
		if (t === 'Table') tables++;
		if (t !== 'Note') return wordsOf(c ?? Object.values(node));
		notes.push(wordsOf(c));
		return '';
	};
	return { text: wordsOf(meta) + wordsOf(blocks), notes, tables };
}
