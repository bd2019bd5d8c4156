// What is read for who spoke some words.

import type { Speech } from '../speech';

/** A stretch of a paragraph that says who spoke, or when. */
export interface Clause extends Omit<Speech, 'start' | 'end' | 'addressed' | 'colon'> {
	/** It stands in brackets behind the words, where the author is named of the text they are printed in as well. */
	readonly inBrackets?: true;
}

/** What is called somebody's words. */
export const wordsSaid =
	'要求|论断|论述|指示|判断|概括|嘱托|期望|观点|讲话|号召|部署|提醒|说法|名言|比喻|阐释|阐述|定义|总结|表述|原话|话';
