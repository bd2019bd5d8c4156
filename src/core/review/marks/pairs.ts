// Marks that come in pairs.

import { wide } from './halfWidth';

/** Each pair: the mark that opens, then the one that closes. */
export const pairs = ['“”', '‘’', '「」', '『』', '（）', '《》', '〈〉', '【】', '〔〕'];

/** The other mark of a pair. */
export function mateOf(mark: string): string {
	const pair = pairs.find(one => one.includes(mark)) ?? '';
	return pair.replace(mark, '');
}

/** Whether every mark within a stretch has its partner there: what is put around it must not cross another pair. */
export function isBalanced(text: string): boolean {
	const open: string[] = [];
	for (const mark of text) {
		const plain = wide[mark] ?? mark;
		const closes = pairs.find(pair => pair[1] === plain);
		if (pairs.some(pair => pair[0] === plain)) open.push(plain);
		else if (closes && open.pop() !== closes[0]) return false;
	}
	return open.length === 0;
}
