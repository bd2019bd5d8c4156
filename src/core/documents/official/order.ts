// Orders: a head of their own (中华人民共和国教育部令, 第49号), and a sentence that proclaims rules with another title.

import { isOrgan, organsOf } from './organ';

const head = /^(.{2,40}?)令$/;
const announcement = /^(.{2,40}?)(?:令|公告|通告)$/;
const chair = /^中华人民共和国主席$/;

/** Whether a line is the head of an order, without its number: 中华人民共和国教育部令. */
export function isOrderHead(line: string): boolean {
	return isHead(line, head);
}

/** Whether a line is the head of an order or an announcement, without its number: 海关总署公告. */
export function isAnnouncementHead(line: string): boolean {
	return isHead(line, announcement);
}

function isHead(line: string, pattern: RegExp): boolean {
	const text = line.replace(/\s+/g, '');
	const whose = pattern.exec(text)?.[1];
	if (whose === undefined) return false;
	return chair.test(whose) || isOrgan(whose) || organsOf(pattern.exec(line.trim())?.[1] ?? '').length > 0;
}

const bareNumber = /^[（(]?\s*(?:(?:19|20)\d{2}\s*年?\s*)?第?\s*[\d一二三四五六七八九十百零〇]{1,7}\s*号\s*[）)]?$/;

const longestNumber = 40;

/** A number without the organ it is of, where a line is nothing else: 第49号, 2024年第12号. */
export function bareNumberOf(line: string): string | undefined {
	return line.length <= longestNumber && bareNumber.test(line) && /第|年/.test(line)
		? line.replace(/[\s（）()]+/g, '')
		: undefined;
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

/** Marks within marks are those of a title by itself: 《关于修改〈某办法〉的决定》. */
export function withOuterMarks(title: string): string {
	return /[《》]/.test(title) ? title : title.replace(/[〈<]([^〈〉<>]{2,})[〉>]/g, '《$1》');
}

/** The title of the rules that a sentence in some lines proclaims. */
export function proclaimedTitle(lines: readonly string[]): string | undefined {
	for (const line of lines) {
		const title = adopted.exec(line)?.[1] ?? proclaimed.exec(line)?.[1];
		if (title !== undefined) return withOuterMarks(title.replace(/\s+/g, ''));
	}
	return undefined;
}
