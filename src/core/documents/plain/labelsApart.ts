// Labels of a line that a page sets side by side.

/** Pages set labels and their values side by side, with nothing between one and the next in the text. */
export function labelsApart(text: string): string {
	return text
		.replace(
			/(?<=[^\s【[（(|])(?=(?:来源|作者|责任编辑|发布时间|字号|浏览(?:次数)?|阅读(?:次数)?|点击(?:数|量)?)\s*[:：])/g,
			' ',
		)
		.replace(/(?<=[\p{Script=Han}》])(?=(?:19|20)\d{2}[-.]\d{1,2}[-.]\d{1,2})/gu, ' ');
}
