// What an import met, in words: one sentence for each problem.
import { l10n } from 'vscode';
import type { ImportProblem } from '../../core/service';

type Data = ImportProblem['data'];

/** One problem in one sentence, with the line, page or row of the original where there is one. */
export function wordImport(problem: ImportProblem): string {
	const said = sentence(problem);
	return problem.line === undefined ? said : l10n.t('Line {line}: {said}', { line: problem.line, said });
}

function sentence({ code, data }: ImportProblem): string {
	switch (code) {
		case 'import.unreadable':
			return unreadable(String(data.reason));
		case 'import.format':
			return format(String(data.format));
		case 'import.large':
			return large(data);
		case 'import.encrypted':
			return l10n.t('The file has a password. Remove it, then import the file again.');
		case 'import.damaged':
			return l10n.t(
				'The file is damaged and cannot be read. Open it in the program it was made with, save it again, and import that.',
			);
		case 'import.empty':
			return empty(data);
		case 'import.entry':
			return entry(data);
		case 'import.characters':
			return l10n.t('{count} characters could not be read; “�” stands for each.', { count: String(data.count) });
		case 'import.partial':
			return partial(data);
		case 'import.duplicate':
			return l10n.t('The same text is there already: {document}', { document: String(data.document) });
		case 'import.cited':
			return l10n.t(
				'“{title}” is cited in another pack already; this is now its full text, and its title, author and place are those given there.',
				{ title: String(data.title) },
			);
		case 'import.title':
			return l10n.t('No title was found, so the name of the file stands for it.');
		case 'import.link':
			return l10n.t(
				'This is a link to another place, which was not followed. To import what it leads to, choose that file itself.',
			);
		case 'import.unwritten':
			return unwritten(String(data.reason));
		case 'import.cancelled':
			return l10n.t('Stopped before it was read.');
	}
}

function unreadable(reason: string): string {
	switch (reason) {
		case 'ENOENT':
		case 'FileNotFound':
			return l10n.t('The file is not there any more.');
		case 'EACCES':
		case 'EPERM':
		case 'NoPermissions':
			return l10n.t('The file may not be read: permission is missing.');
		case 'no file':
			return l10n.t('This is neither a file nor a folder.');
		case 'time':
			return l10n.t(
				'Reading took too long and was stopped. The file may be damaged; save it in another format and try again.',
			);
		case 'memory':
			return l10n.t('Reading failed: the file needs too much memory, or makes its reader fail.');
		default:
			return l10n.t('This file cannot be read.');
	}
}

function unwritten(reason: string): string {
	switch (reason) {
		case 'unsaved':
			return l10n.t('The document in the pack has unsaved changes. Save or undo them, then import again.');
		case 'NoPermissions':
			return l10n.t('The pack cannot be written: permission is missing.');
		case 'FileExists':
			return l10n.t('Another file of that name appeared in the pack meanwhile. Import again.');
		default:
			return l10n.t('The document could not be written into the pack.');
	}
}

/** What to do with a format that is not read. */
function format(name: string): string {
	switch (name) {
		case 'doc':
		case 'wps':
		case 'rtf':
		case 'odt':
			return l10n.t('Files of the kind {0} are not read. Save it as docx in Word or WPS, then import that.', name);
		case 'mhtml':
			return l10n.t('This is a web page in one file (mhtml). Save it as “HTML only” in the browser, then import that.');
		case 'image':
			return l10n.t('This is a picture. Have its text recognised first (OCR).');
		case 'zip':
		case 'rar':
		case '7z':
		case 'gzip':
			return l10n.t('This is an archive. Unpack it, then import the files.');
		case 'caj':
			return l10n.t(
				'Files of the kind {0} are not read. Save it as PDF in the program it was made with, then import that.',
				name,
			);
		case 'binary':
			return l10n.t('This is no text, or it is badly damaged.');
		default:
			return l10n.t('Files of the kind {0} are not read.', name);
	}
}

/** Says what to do where a smaller file helps. */
function large(data: Data): string {
	switch (data.what) {
		case 'unpacked':
			return l10n.t(
				'Unpacked, it is larger than a document is. Open it in the program it was made with, save it again, and import that.',
			);
		case 'files':
		case 'depth':
		case 'seconds':
			return l10n.t('Too large: at most {limit} are read. Import the folders inside one by one.', {
				limit: amount(data),
			});
		default:
			return l10n.t('Too large: at most {limit} are read. Split the file, then import the parts.', {
				limit: amount(data),
			});
	}
}

function amount({ what, limit }: Data): string {
	const count = Number(limit ?? 0).toLocaleString();
	switch (what) {
		case 'bytes':
			return l10n.t('{0} MB', Math.round(Number(limit) / 1_048_576));
		case 'characters':
			return l10n.t('{0} characters', count);
		case 'pages':
			return l10n.t('{0} pages', count);
		case 'documents':
			return l10n.t('{0} documents', count);
		case 'files':
			return l10n.t('{0} files', count);
		case 'seconds':
			return l10n.t('{0} seconds of reading', count);
		case 'depth':
			return l10n.t('{0} folders one in the other', count);
		default:
			return l10n.t('{0} parts', count);
	}
}

function empty({ reason }: Data): string {
	switch (reason) {
		case 'scanned':
			return l10n.t('There are only scanned pictures, no text. Have the text recognised first (OCR).');
		case 'frame':
			return l10n.t('There are only menus and footers of a web page, no article.');
		case 'headings':
			return l10n.t('No column is headed 术语, 提法, term or formulation, so nothing can be told of the table.');
		default:
			return l10n.t('There is no text in it.');
	}
}

function partial({ reason, count }: Data): string {
	switch (reason) {
		case 'pages':
			return l10n.t('The text is not complete: {0} pages could not be read.', String(count));
		case 'scanned':
			return l10n.t('The text is not complete: {0} pages are only pictures.', String(count));
		case 'maps':
			return l10n.t('The text is not complete: it uses fonts whose characters are not known here.');
		default:
			return l10n.t('The text is not complete.');
	}
}

function entry(data: Data): string {
	const text = String(data.text ?? '');
	switch (data.reason) {
		case 'json':
			return l10n.t('Not JSON; left out.');
		case 'object':
			return l10n.t('Not an entry of the form “name: value”; left out.');
		case 'content':
			return l10n.t('No content; left out.');
		case 'large':
			return l10n.t('Too long; left out.');
		case 'name':
			return l10n.t('No term and no formulation; left out.');
		case 'characters':
			return l10n.t('It has characters that could not be read; left out.');
		case 'quote':
			return l10n.t('A quotation mark is never closed.');
		case 'long':
			return l10n.t('A text is too long (at most {limit} characters); left out.', { limit: String(data.limit) });
		case 'twice':
			return l10n.t('“{text}” stands in row {row} already; left out.', { text, row: String(data.row) });
		case 'known':
			return l10n.t('“{text}” is there already; left out.', { text });
		case 'slot':
			return l10n.t('The braces of “{text}” do not match; left out.', { text });
		case 'schema':
			return l10n.t('It cannot become a record; left out.');
		default:
			return l10n.t('It cannot be used; left out.');
	}
}
