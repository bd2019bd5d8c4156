// What of a draft does not reach a Word file as it is written, in a sentence.

import type { Bilingual } from '../text/bilingual';
import type { WordCode, WordProblem } from '../word/manuscript';

/** The sentence for a problem. */
export function wordWord({ code, what }: WordProblem): Bilingual {
	return wordings[code](what);
}

/** One wording a code: a code without one does not compile. */
const wordings: Readonly<Record<WordCode, (what: string) => Bilingual>> = {
	'image.outside': what => ({
		zh: `图片不在打开的文件夹里，没有放入：${what}`,
		en: `The picture lies outside the folders that are open and was left out: ${what}`,
	}),
	'image.remote': what => ({
		zh: `图片在网上，没有下载；请存到文稿旁边：${what}`,
		en: `The picture is on the web and was not fetched; save it beside the draft: ${what}`,
	}),
	'image.kind': what => ({
		zh: `只能放入 PNG 和 JPEG 图片，请先转换：${what}`,
		en: `Only PNG and JPEG pictures can be put in; convert it first: ${what}`,
	}),
	'image.missing': what => ({ zh: `找不到图片：${what}`, en: `There is no such picture: ${what}` }),
	'image.large': what => ({
		zh: `图片太大，没有放入：${what}`,
		en: `The picture is too large and was left out: ${what}`,
	}),
	'link.unsafe': what => ({
		zh: `链接不是网址或邮箱，只留下文字：${what}`,
		en: `The link is no web or mail address; only its words were kept: ${what}`,
	}),
	control: what => ({
		zh: `去掉了 ${what} 个 Word 不能有的控制字符。`,
		en: `${what} control characters that a Word file cannot hold were left out.`,
	}),
	'note.unused': what => ({
		zh: `正文没有用到这条脚注，没有放入：${what}`,
		en: `Nothing refers to this footnote, so it was left out: ${what}`,
	}),
	'note.doubled': what => ({
		zh: `这个脚注标签定义了两次，只放入最后一次的；没有放入：${what}`,
		en: `This label of a footnote is defined twice and the last counts; left out: ${what}`,
	}),
	'note.nested': what => ({
		zh: `Word 的脚注里不能再有脚注，已写在括号里：${what}`,
		en: `A footnote in Word holds no other; its words stand in brackets: ${what}`,
	}),
	label: what => ({
		zh: `没有图或表用这个标签，照原样写入：${what}`,
		en: `No figure and no table has this label; it stands as it was written: ${what}`,
	}),
	field: what => ({
		zh: `像域或公式的文字只作为文字写入，不会执行：${what}`,
		en: `What looks like a field or a formula is text and runs nothing: ${what}`,
	}),
	html: what => ({
		zh: `不认识的标记 <${what}>，只留下文字。`,
		en: `The tag <${what}> was left out; its words were kept.`,
	}),
	math: what => ({ zh: `公式按原样写入：${what}`, en: `A formula stands as it was written: ${what}` }),
	'table.large': what => ({
		zh: `表格有 ${what} 列，Word 最多 63 列；已按行写成文字。`,
		en: `A table has ${what} columns, Word takes at most 63; its rows are lines of text.`,
	}),
	'matter.left': what => ({
		zh: `这种版式没有放这些项的地方，没有放入：${what}`,
		en: `This layout has no place for these lines of the front matter, so they were left out: ${what}`,
	}),
	'table.cells': what => ({
		zh: `表格这一行的格子比表头多，多出的没有放入：${what}`,
		en: `A row of a table has more cells than its head; left out: ${what}`,
	}),
	'table.tabs': what => ({
		zh: `纯文本里用制表符对齐的几行没有变成表格：${what}；要表格，请把文稿存成 .md，写成 Markdown 表格。`,
		en: `Lines of plain text with tabs between their words have not become a table: ${what}; for a table save the draft as .md and write it as one of Markdown.`,
	}),
	'contents.estimated': () => ({
		zh: '目录的页码是估算的：用 Word 打开时选“是”更新域；在 WPS 里右键目录，选“更新域”。',
		en: 'The page numbers of the contents are estimates: say Yes when Word asks to update fields; in WPS right-click the contents and update the field.',
	}),
	latex: what => ({
		zh: `不认识的 LaTeX 命令，只留下文字：${what}`,
		en: `A command of LaTeX is not known; only its words were kept: ${what}`,
	}),
	'latex.file': what => ({ zh: `没有放入另一个文件：${what}`, en: `Another file was left out: ${what}` }),
	'template.style': what => ({
		zh: `模板里没有这个样式，用了默认的：${what}`,
		en: `The template lacks this style; the default was used: ${what}`,
	}),
	'template.unread': what => ({ zh: `这不是 Word 模板：${what}`, en: `This is no Word template: ${what}` }),
};
