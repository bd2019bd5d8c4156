// What the front matter of a draft says: `key: value` a line, keys in Chinese or English.

import type { Draft } from '../../draft/draft';
import { readScalar } from '../../draft/yamlScalar';
import type { Particulars } from '../manuscript';

type Name = keyof Particulars;

const keys: ReadonlyMap<string, Name> = new Map(
	(
		[
			['title', 'title 标题 题名'],
			['subtitle', 'subtitle 副标题'],
			['author', 'author authors 作者 署名 起草单位'],
			['date', 'date 日期 成文日期'],
			['organ', 'organ 发文机关 发文机关标志'],
			['number', 'number 文号 发文字号'],
			['approver', 'approver 签发人'],
			['copy', 'copy 份号'],
			['secrecy', 'secrecy 密级 密级和保密期限'],
			['urgency', 'urgency 紧急程度'],
			['recipient', 'recipient 主送 主送机关'],
			['copiedTo', 'copied-to 抄送 抄送机关'],
			['printedBy', 'printed-by 印发机关'],
			['printedOn', 'printed-on 印发日期'],
			['annexes', 'annexes attachments 附件'],
		] as const
	).flatMap(([name, words]) => words.split(' ').map((word): [string, Name] => [word, name])),
);

/** How many lines the front matter takes at the beginning of a draft. */
export function frontMatterLines(draft: Draft): number {
	const count = draft.closed.findIndex(kind => kind !== 'frontMatter');
	return count < 0 ? draft.lines.length : count;
}

/** What it says; a list of values is one with 、 between, but for annexes. */
export function particularsOf(draft: Draft): Particulars {
	const found = new Map<Name, string[]>();
	let open: Name | undefined;
	for (const { text } of draft.lines.slice(0, frontMatterLines(draft))) {
		const item = /^\s*-\s+(.*)$/.exec(text)?.[1];
		if (item !== undefined && open !== undefined) {
			found.get(open)?.push(...values(item));
			continue;
		}
		const [, key = '', rest = ''] = /^([\p{L}\w-]+)\s*[:：=]\s*(.*)$/u.exec(text) ?? [];
		open = keys.get(key.toLowerCase());
		if (open !== undefined) found.set(open, [...values(rest)]);
	}
	const said = [...found].filter(([, list]) => list.length > 0);
	return Object.fromEntries(
		said.map(([name, list]) => [name, name === 'annexes' ? annexNames(list) : list.join('、')]),
	);
}

/** What annexes are called, without the numbers that they are given anew. */
function annexNames(list: readonly string[]): readonly string[] {
	return list.map(name =>
		name.replace(/^(?:附件\s*[：:]?\s*)?(?:\d{1,2}\s*[.．、：:]\s*)?/, '').replace(/[，。；、]$/, ''),
	);
}

/** One value, or the values of `[a, b]`; none where there is nothing. */
function values(written: string): readonly string[] {
	const inner = /^\[(.*)\]\s*$/.exec(written)?.[1];
	const parts =
		inner === undefined
			? [readScalar(written, 0)?.value]
			: inner.split(',').map(one => readScalar(one.trim(), 0)?.value);
	return parts.filter((one): one is string => one !== undefined && one !== '');
}
