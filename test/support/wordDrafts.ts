// Drafts that are written as Word files, and one that has everything.

const sentence = '发展新质生产力是推动高质量发展的内在要求和重要着力点必须继续做好创新这篇大文章';
/** A sentence, again and again, until there are so many characters. */
export const filled = (count: number) => sentence.repeat(Math.ceil(count / sentence.length)).slice(0, count);
const many = (count: number, make: (at: number) => string, between = '\n\n') =>
	Array.from({ length: count }, (_, at) => make(at + 1)).join(between);

/** Each with how many notes and tables it has. */
export const wordDrafts: Readonly<Record<string, readonly [text: string, notes: number, tables: number]>> = {
	empty: ['', 0, 0],
	title: ['# 关于发展的<br>若干意见\n', 0, 0],
	official: [
		'# 通知\n\n各区，各部门：\n\n一、总则\n\n（一）加强领导。各地要落实。\n\n1. 甲\n\n附件：1. 表\n\n某市某局\n2024年3月18日\n\n## 附件1\n\n| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |\n',
		0,
		1,
	],
	notesInTables: [
		`| 甲[^1] | 乙[^2] |\n|-|-|\n| 丙[^3] | 丁[^4] |\n\n${many(4, n => `[^${n}]: 注文${n}号`, '\n')}\n`,
		4,
		1,
	],
	notesInLists: [`- 甲[^1]\n  1. 乙[^2]\n     - 丙[^3]\n\n${many(3, n => `[^${n}]: 注文${n}号`, '\n')}\n`, 3, 0],
	manyNotes: [`${many(300, n => `段落${n}号[^${n}]。`)}\n\n${many(300, n => `[^${n}]: 注文${n}号`, '\n')}\n`, 300, 0],
	longNote: ['甲[^1]\n\n[^1]: 第一段\n\n    第二段\n\n    - 第三段\n', 1, 0],
	sixLevels: [`# 题\n\n${many(6, n => `${'#'.repeat(Math.min(6, n + 1))} 标题${n}号\n\n正文${n}号`)}\n`, 0, 0],
	mixed: ['中文 English 日本語のテスト 한국어 Ελληνικά русский العربية 😀👨‍👩‍👧𠮷 “引号”……——\n', 0, 0],
	lists: ['3. 甲\n   - 乙\n     1. 丙\n4. 丁\n\n正文\n\n- [ ] 戊\n- [x] 己\n', 0, 0],
	quotes: ['> 甲\n>\n> > 乙\n>\n> - 丙\n', 0, 0],
	code: ['```js\nconst a = 1;\n\tif (a < 2 && b) {}\n```\n\n    缩进\n', 0, 0],
	tables: [many(3, n => `表${n} 题\n\n| 甲${n} | 乙 |\n|:-|-:|\n| ${filled(60)} | 2 |`), 0, 3],
	wideTable: [
		`|${many(20, n => `列${n}`, '|')}|\n|${many(20, () => '-', '|')}|\n|${many(20, n => `值${n}`, '|')}|\n`,
		0,
		1,
	],
	longTable: [`| 甲 | 乙 |\n|-|-|\n${many(400, n => `| 行${n} | ${n} |`, '\n')}\n`, 0, 1],
	references: [
		'# 题\n\n## 一、图\n\n见图1、表1。\n\n![图1 路线](none.png)\n\n## 二、表\n\n表1 数\n\n| 甲 |\n|-|\n| 1 |\n',
		0,
		1,
	],
	nested: [
		'- 甲\n  - 乙[^1]\n\n    | 一 | 二 |\n    |-|-|\n    | 三 | 四 |\n\n    1. 丙\n\n       | 五 | 六 |\n       |-|-|\n       | 七 | 八 |\n\n[^1]: 注文1号\n',
		1,
		2,
	],
	hostile: [
		'=cmd|"/c calc"!A1\n\nDDEAUTO c:\\\\x\n\n[甲](javascript:alert(1)) \u0007\u0000乙 <script>x()</script> ]]> &#0; <w:p/>\n',
		0,
		0,
	],
	emphasis: ['**甲***乙***~~丙~~`丁`<u>戊</u>**“己”**的\n', 0, 0],
	breaks: ['甲  \n乙\\\n丙<br>丁\n', 0, 0],
	long: [many(1500, n => `段落${n}号。${filled(60)}`), 0, 0],
};

/** All that a draft may contain. */
export const everything = `---
title: 关于发展的意见
subtitle: 征求意见稿
author: 某局
date: 2024-03-18
发文机关: 某市人民政府
发文字号: 某政发〔2024〕1号
签发人: 王某
抄送: 各区
印发机关: 某局办公室
---

各区：

## 一、总则

（一）甲。正文**粗***斜*~~删~~\`码\`<u>线</u>H<sub>2</sub>O[^1] [链](https://example.org)，见图1、表1。

1. 甲
   - 乙
     1. 丙
2. 丁

- [ ] 戊

> 引文
>
> - 项

表1 题

| 甲[^2] | 乙 | 丙 |
|:-|-:|:-:|
| 一 | | **二** |

\`\`\`js
const a = 1;
\`\`\`

![图1 题](a.png)

---

甲  
乙<br>丙

附件：1. 甲
2. 乙

某局
2024年3月18日

## 附件1

# 表

文字。

[^1]: 注文。

    第二段。
[^2]: 表内的注。
`;

/** A picture of one pixel. */
export const png = Uint8Array.from(
	atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
	character => character.charCodeAt(0),
);
