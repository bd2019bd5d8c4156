// The common words that are shipped, for tests of what goes by them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { commonWordsOf } from '../../src/cli/commonWords';

/** The words as the shipped pack has them. */
export function shippedWords(): string {
	return commonWordsOf(readFileSync(resolve(import.meta.dirname, '../../data/common-words.txt'), 'utf8'));
}
