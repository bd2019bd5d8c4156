// What an import left out, as a file a person can look at and take pieces back from.

import { hiding } from '../corpus/hiding';
import type { Source } from '../corpus/records';
import type { ImportedDocument } from './document';
import { oneLine } from './plain/paragraphs';

/** What the words of readers mean, for people. */
const reasons: Readonly<Record<string, string>> = {
	title: '题名 title',
	repeated: '重复的题名 title again',
	metadata: '页面信息 about the page',
	byline: '署名 byline',
	note: '作者说明 note on the author',
	stamp: '日期 date',
	caption: '图片说明 caption',
	frame: '网页菜单、按钮 menus and buttons',
	links: '链接 links',
	teaser: '其他文章的摘要 teasers of other articles',
	related: '相关文章 other articles',
	end: '页脚、声明 footer and notices',
	spam: '垃圾链接 spam links',
	outside: '正文之外 outside the article',
	script: '脚本、样式 scripts and styles',
	hidden: '隐藏内容 hidden',
	'running-head': '页眉 running heads',
	'running-foot': '页脚 running feet',
	'page-number': '页码 page numbers',
	picture: '图片 pictures',
	form: '表单 forms',
	footnote: '脚注、尾注 footnotes and endnotes',
	contents: '目录 table of contents',
	properties: '文件属性 properties of the file',
	rotated: '竖排或旋转的文字 turned text',
};

/** A Markdown file: each piece with the reason and the place; nothing when nothing but the title was left out. */
export function droppedReport(source: Source, document: ImportedDocument): string | undefined {
	const pieces = document.dropped.filter(one => one.text.trim() !== '');
	if (!pieces.some(one => one.why !== 'title' && one.why !== 'repeated')) return undefined;
	const items = pieces.map(
		one => `- ${place(one.after, one.line)}【${reasons[one.why] ?? one.why}】 ${hiding(oneLine(one.text))}`,
	);
	return (
		`# ${hiding(source.title)}\n\n导入时没有收入正文的内容。要收回某一段：运行“收回未收入的内容…”（标题栏或命令面板），或把它复制到 ../${source.id}.md 的相应位置（段与段之间空一行）。\n` +
		`What the import left out of the text. To take a piece back, run “Take Back What Was Left Out…” (above this text, or in the command palette), or copy it into ../${source.id}.md between blank lines.\n\n${items.join('\n')}\n`
	);
}

function place(after: number | undefined, line: number | undefined): string {
	const parts: string[] = [];
	if (after === 0) parts.push('第 1 段前');
	else if (after !== undefined) parts.push(`第 ${after} 段后`);
	if (line !== undefined) parts.push(`原文第 ${line} 行`);
	return parts.length > 0 ? `${parts.join('，')} ` : '';
}
