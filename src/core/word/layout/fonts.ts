// The fonts of official documents as the standard names them, and what stands in for each where it is not installed.

/** A font for Chinese, with the one for Latin letters beside it. */
export interface Face {
	readonly eastAsia: string;
	readonly latin: string;
}

const latin = 'Times New Roman';

export const faces = {
	/** 小标宋: titles. */
	title: { eastAsia: '方正小标宋简体', latin },
	/** 黑体: 一、 */
	hei: { eastAsia: '黑体', latin },
	/** 楷体: （一） and quotations. */
	kai: { eastAsia: '楷体_GB2312', latin },
	/** 仿宋: the text. */
	fangsong: { eastAsia: '仿宋_GB2312', latin },
	/** 宋体: page numbers, notes, reports. */
	song: { eastAsia: '宋体', latin },
	/** Code. */
	mono: { eastAsia: '宋体', latin: 'Courier New' },
} as const satisfies Readonly<Record<string, Face>>;

/** Which fonts a program looks for where one is not there, in order; the first of them come with Windows and Office. */
const alternatives: readonly (readonly [font: string, instead: string, family: string])[] = [
	['方正小标宋简体', '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun', 'roman'],
	['黑体', 'SimHei,Heiti SC,STHeiti', 'modern'],
	['楷体_GB2312', '楷体,KaiTi,KaiTi_GB2312,Kaiti SC,STKaiti,华文楷体', 'modern'],
	['仿宋_GB2312', '仿宋,FangSong,FangSong_GB2312,STFangsong,华文仿宋', 'modern'],
	['宋体', 'SimSun,Songti SC,STSong', 'auto'],
];

/** The table of fonts of a Word file (ECMA-376, 17.8.3), with the names of those that stand in. */
export function fontTable(): string {
	const chinese = alternatives.map(
		([font, instead, family]) =>
			`<w:font w:name="${font}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
	);
	const western = [latin, 'Courier New'].map(
		font =>
			`<w:font w:name="${font}"><w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
	);
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[...chinese, ...western].join('')}</w:fonts>`;
}
