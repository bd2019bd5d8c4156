// Orders: a head of their own (中华人民共和国教育部令, 第49号), and a sentence that proclaims rules with another title.

import { isOrgan } from './organ';

const head = /^(.{2,40}?)令$/;
const chair = /^中华人民共和国主席$/;

/** Whether a line is the head of an order, without its number: 中华人民共和国教育部令. */
export function isOrderHead(line: string): boolean {
	const whose = head.exec(line.replace(/\s+/g, ''))?.[1];
	return whose !== undefined && (chair.test(whose) || isOrgan(whose));
}

/** 《中小学教育惩戒规则（试行）》已经……通过，现予公布 */
const adopted = new RegExp(
	[
		'^《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,40})?)》(?:[（(][^（）()]{1,40}[）)])?',
		'(?:已|业|经)[^。]{0,120}(?:现予以?|予以|现)(?:公布|发布|颁布)',
	].join(''),
);
/** 现公布《优化营商环境条例》，自2020年1月1日起施行。 */
const proclaimed = /^(?:现|兹)(?:将)?(?:予以?)?(?:公布|发布|颁布)《([^《》]{4,80})》/;

/** The title of the rules that a sentence in some lines proclaims. */
export function proclaimedTitle(lines: readonly string[]): string | undefined {
	for (const line of lines) {
		const title = adopted.exec(line)?.[1] ?? proclaimed.exec(line)?.[1];
		if (title !== undefined) return title.replace(/\s+/g, '');
	}
	return undefined;
}
