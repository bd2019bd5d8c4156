// Formats that are not read, and amounts that are too many, in words.

import { alike, type Bilingual } from '../text/bilingual';

/** What to do with a format that is not read. */
export function formatAdvice(name: string): Bilingual {
	switch (name) {
		case 'doc':
		case 'wps':
			return {
				zh: `读不了这个 ${name} 文件：它不是 Word 97 以后的格式。请用 Word 或 WPS 另存为 docx 再导入。`,
				en: `This ${name} file is not read: it is not in the format of Word 97 and later. Save it as docx in Word or WPS, then import that.`,
			};
		case 'rtf':
		case 'odt':
			return savedAs(name, ['Word 或 WPS', 'Word or WPS'], 'docx');
		case 'xls':
		case 'et':
			return savedAs(name, ['Excel 或 WPS', 'Excel or WPS'], 'xlsx');
		case 'caj':
		case 'ceb':
			return {
				zh: `不能读 ${name} 文件。请用原来的程序另存为 PDF 再导入。`,
				en: `Files of the kind ${name} are not read. Save it as PDF in the program it was made with, then import that.`,
			};
		default:
			return others[name] ?? { zh: `不能读 ${name} 文件。`, en: `Files of the kind ${name} are not read.` };
	}
}

function savedAs(name: string, [zh, en]: readonly [string, string], format: string): Bilingual {
	return {
		zh: `不能读 ${name} 文件。请用 ${zh} 另存为 ${format} 再导入。`,
		en: `Files of the kind ${name} are not read. Save it as ${format} in ${en}, then import that.`,
	};
}

const archive: Bilingual = {
	zh: '这是压缩包。请解压后再导入。',
	en: 'This is an archive. Unpack it, then import the files.',
};
const table: Bilingual = { zh: '这是表格，不是文章。', en: 'This is a table, not an article.' };

const others: Readonly<Record<string, Bilingual>> = {
	zip: archive,
	rar: archive,
	'7z': archive,
	gzip: archive,
	xlsx: table,
	csv: table,
	image: {
		zh: '这是图片。请先做文字识别（OCR）。',
		en: 'This is a picture. Have its text recognised first (OCR).',
	},
	binary: { zh: '这不是文字文件，或者损坏得厉害。', en: 'This is no text, or it is badly damaged.' },
};

const units: Readonly<Record<string, readonly [zh: string, en: string]>> = {
	characters: ['字', 'characters'],
	pages: ['页', 'pages'],
	documents: ['篇文献', 'documents'],
	files: ['个文件', 'files'],
	seconds: ['秒', 'seconds of reading'],
	depth: ['层文件夹', 'folders one in the other'],
};

/** So many of what a limit counts. */
export function amount(what: string, limit: number): Bilingual {
	if (what === 'bytes') return alike(`${Math.round(limit / 1_048_576)} MB`);
	const [zh, en] = units[what] ?? ['个部分', 'parts'];
	const count = limit.toLocaleString('en');
	return { zh: `${count} ${zh}`, en: `${count} ${en}` };
}
