// Labels of a line that a page sets side by side.

const counted = ['浏览', '阅读', '点击'].map(name => `${name}(?:次数|数|量)?`).join('|');
const label = `(?:来源|作者|责任编辑|(?:发布|发稿|更新)?时间|字号|${counted})\\s*[:：]`;
const besideLabel = new RegExp(`(?<=[^\\s【[（(|])(?=${label})`, 'g');

/** Pages set labels and their values side by side, with nothing between one and the next in the text. */
export function labelsApart(text: string): string {
	return text
		.replace(/((?:来源|作者)\s*[:：])\s*(?:来源|作者)\s*[:：]/g, '$1')
		.replace(besideLabel, ' ')
		.replace(/(?<=[\p{Script=Han}》])(?=(?:19|20)\d{2}[-.]\d{1,2}[-.]\d{1,2})/gu, ' ')
		.replace(/(?<=\d:\d{2})(?=\p{Script=Han})|(?<=\p{Script=Han}报)(?=(?:记者|通讯员)\s*\p{Script=Han})/gu, ' ');
}
