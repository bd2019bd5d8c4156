// What an import met, in a sentence: what is wrong with a file, and what to do.

import type { ImportCode, ImportProblem } from '../documents/document';
import type { Bilingual } from '../text/bilingual';
import { importEntry } from './importEntries';
import { amount, formatAdvice } from './importFormats';

type Data = ImportProblem['data'];

/** The sentence for a problem, without its place. */
export function wordImport({ code, data }: Pick<ImportProblem, 'code' | 'data'>): Bilingual {
	return wordings[code](data);
}

/** One wording a code: a code without one does not compile. */
const wordings: Readonly<Record<ImportCode, (data: Data) => Bilingual>> = {
	'import.unreadable': ({ reason }) =>
		unread[String(reason)] ?? { zh: '这个文件无法读取。', en: 'This file cannot be read.' },
	'import.format': ({ format }) => formatAdvice(String(format)),
	'import.large': large,
	'import.encrypted': () => ({
		zh: '文件有密码。请去掉密码再导入。',
		en: 'The file has a password. Remove it, then import the file again.',
	}),
	'import.damaged': () => ({
		zh: '文件已损坏，读不出来。请用原来的程序打开，另存一份再导入。',
		en: 'The file is damaged and cannot be read. Open it in the program it was made with, save it again, and import that.',
	}),
	'import.empty': ({ reason }) => empty[String(reason)] ?? { zh: '里面没有文字。', en: 'There is no text in it.' },
	'import.entry': importEntry,
	'import.characters': ({ count }) => ({
		zh: `有 ${count} 个字无法辨认，写成“�”。`,
		en: `${count} characters could not be read; “�” stands for each.`,
	}),
	'import.partial': partial,
	'import.duplicate': ({ document, moved, from, to }) => ({
		zh: `这篇已经有了：${document}${moved === undefined ? '' : `。更新后有 ${moved} 段的段号会变（第${from}段变为第${to}段），文稿里按段号引用的地方要改`}`,
		en: `The same text is there already: ${document}${moved === undefined ? '' : `. Updated, ${moved} paragraphs have other numbers (${from} becomes ${to}): places in drafts that cite them by number need changing`}`,
	}),
	'import.cited': ({ title }) => ({
		zh: `“${title}”在别的语料包里已有引文，这篇已作为它的全文；题名、作者、出处以那里写的为准。`,
		en: `“${title}” is cited in another pack already; this is now its full text, and its title, author and place are those given there.`,
	}),
	'import.changes': () => ({
		zh: '修订已按全部接受读入：删去的没有读，插入的读了。',
		en: 'Tracked changes were read as accepted: what is deleted was left out, what is inserted was read.',
	}),
	'import.title': () => ({
		zh: '没有找到题名，先用文件名代替。',
		en: 'No title was found, so the name of the file stands for it.',
	}),
	'import.table': () => ({
		zh: '表头没有写明术语或提法，这张表收为一篇文献；要收成术语，请在表头写“术语”“提法”“定义”等再导入。',
		en: 'The headings name no terms or formulations, so the table is a document; to have records of it, name the columns (term, definition …) and import it again.',
	}),
	'import.link': () => ({
		zh: '这是指向别处的链接，没有读。要导入它指向的文件，请直接选那个文件。',
		en: 'This is a link to another place, which was not followed. To import what it leads to, choose that file itself.',
	}),
	'import.unwritten': ({ reason }) =>
		unwritten[String(reason)] ?? {
			zh: '这篇文献没能写入语料包。',
			en: 'The document could not be written into the pack.',
		},
	'import.cancelled': () => ({ zh: '还没读就停止了。', en: 'Stopped before it was read.' }),
};

const gone: Bilingual = { zh: '文件已经不在了。', en: 'The file is not there any more.' };
const openElsewhere: Bilingual = {
	zh: '文件正被别的程序占用（WPS、Word、网盘同步或杀毒软件），没有读。请在那里关闭它，再导入一次。',
	en: 'The file is in use by another program (WPS, Word, a synchronised folder or a virus scanner). Close it there, then import again.',
};
const denied: Bilingual = { zh: '没有权限读这个文件。', en: 'The file may not be read: permission is missing.' };

const unread: Readonly<Record<string, Bilingual>> = {
	ENOENT: gone,
	FileNotFound: gone,
	EACCES: denied,
	EPERM: denied,
	NoPermissions: denied,
	EBUSY: openElsewhere,
	'no file': { zh: '这既不是文件，也不是文件夹。', en: 'This is neither a file nor a folder.' },
	time: {
		zh: '读得太久，已停止。文件可能损坏了；请另存为别的格式再试。',
		en: 'Reading took too long and was stopped. The file may be damaged; save it in another format and try again.',
	},
	memory: {
		zh: '读取失败：文件需要的内存太多，或使读取程序出错。',
		en: 'Reading failed: the file needs too much memory, or makes its reader fail.',
	},
};

const packOpenElsewhere: Bilingual = {
	zh: '语料包里的文件正被别的程序打开着（WPS、Word、网盘同步或杀毒软件）。请在那里关闭它，再导入一次。',
	en: 'A file of the pack is open in another program (WPS, Word, a synchronised folder or a virus scanner). Close it there, then import again.',
};
/** Windows says of a file that another program has open that a right is missing. */
const refused: Bilingual = {
	zh: '语料包不能写入：没有权限，或者文件正被别的程序打开着（WPS、Word、网盘同步或杀毒软件）。请关闭那个程序里的文件，再导入一次。',
	en: 'The pack cannot be written: permission is missing, or a file of it is open in another program (WPS, Word, a synchronised folder or a virus scanner). Close it there, then import again.',
};
const full: Bilingual = {
	zh: '磁盘已满，没有写入。请腾出空间，再导入一次。',
	en: 'The disk is full, and nothing was written. Make room, then import again.',
};

const unwritten: Readonly<Record<string, Bilingual>> = {
	unsaved: {
		zh: '语料包里的这篇文献有未保存的修改。请先保存或撤销，再导入。',
		en: 'The document in the pack has unsaved changes. Save or undo them, then import again.',
	},
	NoPermissions: refused,
	EACCES: refused,
	EPERM: refused,
	EROFS: refused,
	EBUSY: packOpenElsewhere,
	ENOSPC: full,
	EDQUOT: full,
	FileExists: {
		zh: '语料包里刚出现了同名的文件。请再导入一次。',
		en: 'Another file of that name appeared in the pack meanwhile. Import again.',
	},
};

const empty: Readonly<Record<string, Bilingual>> = {
	scanned: {
		zh: '只有扫描的图片，没有文字。请先做文字识别（OCR）。',
		en: 'There are only scanned pictures, no text. Have the text recognised first (OCR).',
	},
	frame: {
		zh: '只有网页的菜单和页脚，没有正文。',
		en: 'There are only menus and footers of a web page, no article.',
	},
	headings: {
		zh: '没有以“术语”“提法”、term 或 formulation 为题的列，看不出这张表是什么。',
		en: 'No column is headed 术语, 提法, term or formulation, so nothing can be told of the table.',
	},
	keywords: {
		zh: '“关键词”一列是各篇文献的主题，不是术语，没有收入。术语表请以“术语”为列题；文献目录请用 BibTeX、RIS 导入。',
		en: 'The column of key words says what each work is about; no terms are made of it. Head a column 术语 or term for terms; import lists of works as BibTeX or RIS.',
	},
};

/** Says what to do where a smaller file helps. */
function large({ what, limit }: Data): Bilingual {
	if (what === 'unpacked')
		return {
			zh: '解压后大得不像文稿。请用原来的程序打开、重新保存，再导入。',
			en: 'Unpacked, it is larger than a document is. Open it in the program it was made with, save it again, and import that.',
		};
	const { zh, en } = amount(String(what), Number(limit ?? 0));
	return what === 'files' || what === 'depth' || what === 'seconds'
		? {
				zh: `太大：最多读 ${zh}。请把里面的文件夹分几次导入。`,
				en: `Too large: at most ${en} are read. Import the folders inside one by one.`,
			}
		: {
				zh: `太大：最多读 ${zh}。请分成几份再导入。`,
				en: `Too large: at most ${en} are read. Split the file, then import the parts.`,
			};
}

function partial({ reason, count, names }: Data): Bilingual {
	switch (reason) {
		case 'pages':
			return {
				zh: `正文不完整：有 ${count} 页读不出来。`,
				en: `The text is not complete: ${count} pages could not be read.`,
			};
		case 'scanned':
			return {
				zh: `正文不完整：有 ${count} 页只有图片。`,
				en: `The text is not complete: ${count} pages are only pictures.`,
			};
		case 'maps':
			return {
				zh: '正文不完整：用了这里不认识的字体编码。',
				en: 'The text is not complete: it uses fonts whose characters are not known here.',
			};
		case 'embedded':
			return {
				zh: `正文不完整：嵌入的部分读不出来（${names}）。请在 Word 里打开并另存一次再导入。`,
				en: `The text is not complete: a part taken in from another file could not be read (${names}). Open it in Word, save it again, then import that.`,
			};
		default:
			return { zh: '正文不完整。', en: 'The text is not complete.' };
	}
}
