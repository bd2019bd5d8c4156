// A document written anew → the same with what a person has put into the old one: comments in the head, or all below
// it. Reads no YAML: the new head is as documentText.ts writes it, and of the old one only lines are looked at.

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * A field of a head with the lines it takes, or a line that is none (a comment, a blank one), which belongs to the
 * field after it.
 */
interface Field {
	readonly name: string;
	readonly above: readonly string[];
	readonly lines: readonly string[];
}

/**
 * The new text, with the comments of the old head: lines above a field stay above it, what stands behind a value stays
 * behind it. Comments of fields that are gone, and those below the last one, come last. A field that says the same as
 * before keeps the lines it had.
 */
export function withComments(before: string, after: string): string {
	const old = fence.exec(before);
	const head = fence.exec(after);
	if (!old?.[1]?.includes('#') || !head) return after;
	const [, fresh = ''] = head;
	const had = fieldsOf(old[1]);
	const has = fieldsOf(fresh).fields;
	const there = new Set(has.map(({ name }) => name));
	const lines = has.flatMap(({ name, lines: anew }) => {
		const same = had.fields.find(one => one.name === name);
		if (!same) return anew;
		const [first = '', ...rest] = anew;
		const bare = same.lines.map(line => parted(line)[0]);
		if (bare.length === anew.length && bare.every((line, i) => line === anew[i])) return [...same.above, ...same.lines];
		return [...same.above, first + parted(same.lines[0] ?? '')[1], ...rest];
	});
	const gone = had.fields.filter(({ name }) => !there.has(name)).flatMap(({ above }) => above);
	const rest = [...gone, ...had.below].filter(line => line.trim() !== '');
	return (
		after.slice(0, after.indexOf('\n') + 1) +
		[...lines, ...rest].map(line => `${line}\n`).join('') +
		after.slice(after.indexOf(fresh) + fresh.length)
	);
}

/** As {@link withComments}, and everything below the head as it was: only what is known of the source is new. */
export function withHead(before: string, after: string): string {
	const old = fence.exec(before);
	const merged = withComments(before, after);
	const head = fence.exec(merged);
	return old && head ? head[0] + before.slice(old[0].length) : merged;
}

function fieldsOf(head: string): { readonly fields: readonly Field[]; readonly below: readonly string[] } {
	const fields: { name: string; above: string[]; lines: string[] }[] = [];
	let above: string[] = [];
	for (const line of head.replace(/\r?\n$/, '').split(/\r?\n/)) {
		const name = /^["']?([A-Za-z][\w-]*)["']?\s*:(?:\s|$)/.exec(line)?.[1];
		if (name !== undefined) {
			fields.push({ name, above, lines: [line] });
			above = [];
		} else if (/^#|^\s*$/.test(line)) above.push(line);
		else fields.at(-1)?.lines.push(...above.splice(0), line);
	}
	return { fields, below: above };
}

/** A line without and with only its comment: ` #` outside of quotation marks. */
export function parted(line: string): readonly [text: string, comment: string] {
	let quote = '';
	for (let i = 0; i < line.length; i++) {
		const c = line.charAt(i);
		if (quote !== '') {
			if (c === '\\' && quote === '"') i++;
			else if (c === quote) quote = '';
		} else if ((c === '"' || c === "'") && /[\s[{,]/.test(line[i - 1] ?? ' ')) quote = c;
		else if (c === '#' && /\s/.test(line[i - 1] ?? '')) {
			const text = line.slice(0, i).trimEnd();
			return [text, line.slice(text.length)];
		}
	}
	return [line, ''];
}
