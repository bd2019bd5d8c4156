// What parts two numbers of one place in the text, by the edition of GB/T 7714: [1，3], in that of 2015 [1,3].

import type { ReferenceOptions } from './reference';

export function numberComma({ edition }: ReferenceOptions): string {
	if (edition === '2015') return ',';
	return '，';
}
