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
		] as const
	).flatMap(([name, words]) => words.split(' ').map((word): [string, Name] => [word, name])),
);

/** How many lines the front matter takes at the beginning of a draft. */
export function frontMatterLines(draft: Draft): number {
	const count = draft.closed.findIndex(kind => kind !== 'frontMatter');
	return count < 0 ? draft.lines.length : count;
}

/** What it says; a list of values is one with 、 between. */
export function particularsOf(draft: Draft): Particulars {
	const found: Partial<Record<Name, string>> = {};
	let open: Name | undefined;
	for (const { text } of draft.lines.slice(0, frontMatterLines(draft))) {
		const item = /^\s*-\s+(.*)$/.exec(text)?.[1];
		if (item !== undefined && open !== undefined) {
			found[open] = [found[open], value(item)].filter(one => one !== undefined && one !== '').join('、');
			continue;
		}
		const [, key = '', rest = ''] = /^([\p{L}\w-]+)\s*[:：=]\s*(.*)$/u.exec(text) ?? [];
		open = keys.get(key.toLowerCase());
		const read = value(rest);
		if (open !== undefined && read !== undefined) found[open] = read;
	}
	return found;
}

/** One value, or the values of `[a, b]`. */
function value(written: string): string | undefined {
	const inner = /^\[(.*)\]\s*$/.exec(written)?.[1];
	if (inner === undefined) return readScalar(written, 0)?.value;
	return inner
		.split(',')
		.map(one => readScalar(one.trim(), 0)?.value ?? '')
		.join('、');
}
