// The sentence for each problem of a pack: what is wrong and what to do, for people who do not write YAML every day.
import { brokenEntry, syntax } from './syntaxWording';
import { l10n } from 'vscode';
import type { Problem } from '../../core/service';

/** The sentence for a problem. One case a code: a code without one does not compile. */
export function wordProblem(code: Problem['code'], data: Problem['data']): string {
	const field = String(data.field ?? '');
	const id = String(data.id ?? '');
	const text = String(data.text ?? '');
	const value = String(data.value ?? '');
	const limit = Number(data.limit ?? 0).toLocaleString();
	const key = String(data.key ?? '');
	switch (code) {
		case 'file.unreadable':
			return unreadable(String(data.reason));
		case 'file.large':
			return data.files !== undefined
				? l10n.t('A pack may have {limit} files; this one and those after it are not read.', { limit })
				: l10n.t('This file is too large to be read (limit {limit}). Split it into several files.', { limit });
		case 'file.unknown':
			return l10n.t(
				'This file is not read: a pack has its records in the folders “terms”, “formulations”, “citations” and “sources”.',
			);
		case 'line.long':
			return l10n.t('This line is too long (limit {limit} characters). The record is left out.', { limit });
		case 'yaml.syntax':
			return `${l10n.t('This cannot be read, and the record is left out.')} ${syntax(String(data.reason))}`;
		case 'yaml.duplicateKey':
			return l10n.t('The same field stands twice in one record. Delete one of them.');
		case 'yaml.aliases':
			return l10n.t('Too much is repeated here by aliases (*). Write it out.');
		case 'yaml.depth':
			return l10n.t('This is nested too deeply (limit {limit}).', { limit });
		case 'list.expected':
			return l10n.t('This file should be a list: each record begins with “- id:”.');
		case 'pack.missing':
			return l10n.t('This pack has no pack.yaml; it is called “{name}” for now.', { name: String(data.name) });
		case 'record.expected':
			return l10n.t('A record is expected here: lines of the form “name: value”.');
		case 'field.missing':
			return l10n.t('“{field}” is missing. The record is left out.', { field });
		case 'field.type':
			return l10n.t('“{field}” should be {expected}, not {found}. The record is left out.', {
				field,
				expected: typeName(data.expected),
				found: typeName(data.found),
			});
		case 'field.value':
			return data.allowed === undefined
				? l10n.t('“{field}” cannot be “{value}”. The record is left out.', { field, value })
				: l10n.t('“{field}” cannot be “{value}”; it can be: {allowed}. The record is left out.', {
						field,
						value,
						allowed: String(data.allowed),
					});
		case 'field.empty':
			return l10n.t('“{field}” is empty. The record is left out.', { field });
		case 'field.long':
			return l10n.t('“{field}” is too long (limit {limit} characters). The record is left out.', { field, limit });
		case 'field.unknown':
			return data.nearest === undefined
				? l10n.t('There is no field “{field}”. It is ignored.', { field })
				: l10n.t('There is no field “{field}”. It is ignored. Did you mean “{nearest}”?', {
						field,
						nearest: String(data.nearest),
					});
		case 'field.misplaced':
			return l10n.t('“{field}” does not belong to a citation of the kind “{kind}”.', {
				field,
				kind: String(data.kind),
			});
		case 'id.form':
			return l10n.t('“{value}” cannot be an id: only small letters a–z, digits and hyphens. The record is left out.', {
				value,
			});
		case 'id.locator':
			return l10n.t('The id “{id}” ends like a paragraph number (-p…), which footnotes use. Choose another.', { id });
		case 'date.form':
			return l10n.t('“{value}” is not a date. Write 2024, 2024-01 or 2024-01-31.', { value });
		case 'date.calendar':
			return l10n.t('There is no such day: {value}.', { value });
		case 'pinyin.form':
			return l10n.t('Write the pinyin as syllables with spaces between them: xin zhi.');
		case 'text.surrogate':
			return l10n.t('“{field}” holds half a character. Type it again. The record is left out.', { field });
		case 'text.control':
			return l10n.t('“{field}” holds an invisible control character. Type it again. The record is left out.', {
				field,
			});
		case 'id.duplicate':
			return l10n.t('The id “{id}” is used twice in this pack (first in {file}, line {line}). The first one counts.', {
				id,
				file: String(data.file),
				line: String(data.line),
			});
		case 'id.conflict':
			return l10n.t(
				'The id “{id}” exists already in the pack “{other}”, which counts. Choose another id, or write “extends: {id}” to fill what is empty there.',
				{ id, other: String(data.other) },
			);
		case 'reference.unknown':
			return l10n.t('There is no {kind} with the id “{id}”.', { kind: kindName(data.kind), id });
		case 'reference.kind':
			return l10n.t('“{id}” is a {found}; a {kind} is wanted here.', {
				id,
				found: kindName(data.found),
				kind: kindName(data.kind),
			});
		case 'reference.self':
			return l10n.t('“{id}” names itself.', { id });
		case 'extends.unknown':
			return l10n.t('There is no record “{id}” that could be completed.', { id });
		case 'extends.kind':
			return l10n.t('“{id}” is a {kind}; it cannot be completed in this file.', { id, kind: kindName(data.kind) });
		case 'extends.filled':
			return l10n.t('“{field}” of “{id}” has a value already, which stays.', { field, id });
		case 'duplicate.text':
			return l10n.t('The same text stands in “{id}”.', { id });
		case 'duplicate.term':
			return l10n.t('The term “{text}” exists already (“{id}”).', { text, id });
		case 'alias.collides':
			return l10n.t('The alias “{text}” belongs to “{id}” already.', { text, id });
		case 'wrong.isTerm':
			return l10n.t('“{text}” is a right form of “{id}”, so it cannot be listed as a wrong one.', { text, id });
		case 'wrong.used':
			return l10n.t('“{text}” is listed as a wrong form, but stands in “{id}”.', { text, id });
		case 'slot.unbalanced':
			return l10n.t('The braces { } of a slot do not match.');
		case 'slot.empty':
			return l10n.t('A slot needs a name between its braces, such as {example}.', { example: '{目标}' });
		case 'figure.value':
			return l10n.t('A figure needs its number in “value”.');
		case 'quotation.long':
			return l10n.t('The quotation is long ({length} characters). Keep what is needed.', {
				length: String(data.length),
			});
		case 'quotation.speaker':
			return l10n.t('The quotation does not say who said it (“speaker”).');
		case 'missing.filled':
			return l10n.t('“{field}” is there, so it need not be listed as missing.', { field });
		case 'paragraph.both':
			return l10n.t('Paragraph {paragraph} has records and is listed as having none.', {
				paragraph: String(data.paragraph),
			});
		case 'text.traditional':
			return l10n.t('“{character}” is traditional script; packs are written in simplified script (“{simplified}”).', {
				character: String(data.character),
				simplified: String(data.simplified),
			});
		case 'text.halfwidth':
			return l10n.t('“{mark}” is a half-width mark in Chinese text.', { mark: String(data.mark) });
		case 'text.noise':
			return l10n.t('This looks like part of a web page’s surroundings: {text}', { text });
		case 'document.head':
			return data.reason === 'open'
				? l10n.t('The second line “---”, after the fields of the source, is missing. The full text is not read.')
				: l10n.t('A document begins with the fields of its source between two lines “---”. It is not read.');
		case 'document.empty':
			return l10n.t('This document has no text below the fields of its source.');
		case 'document.duplicate':
			return l10n.t('The source “{id}” has a full text already ({other}), which counts.', {
				id,
				other: String(data.other),
			});
		case 'document.copy':
			return l10n.t('This is the same text as “{other}”; one of the two is enough.', { other: String(data.other) });
		case 'text.absent':
			return l10n.t('The text of “{id}” was not found, so its quotations are not checked.', { id });
		case 'quotation.notFound':
			return l10n.t('These words do not stand in “{text}”.', { text });
		case 'quotation.elsewhere':
			return l10n.t('These words stand in paragraph {found}, not {paragraph}.', {
				found: String(data.found),
				paragraph: String(data.paragraph),
			});
		case 'quotation.marked':
			return data.marked
				? l10n.t('There these words are not in quotation marks.')
				: l10n.t('There these words are in quotation marks.');
		case 'quotation.punctuation':
			return l10n.t('There these words have other punctuation marks.');
		case 'figure.notFound':
			return l10n.t('The number {value} does not stand in paragraph {paragraph}.', {
				value,
				paragraph: String(data.paragraph),
			});
		case 'paragraph.beyond':
			return l10n.t('“{text}” has {count} paragraphs; there is no paragraph {paragraph}.', {
				text,
				count: String(data.count),
				paragraph: String(data.paragraph),
			});
		case 'paragraph.uncovered':
			return l10n.t('Paragraph {paragraph} of “{id}” has no record and no reason why not.', {
				paragraph: String(data.paragraph),
				id,
			});
		case 'library.syntax':
			return brokenEntry(data);
		case 'library.format':
			return l10n.t('This is no library in the format {format}. It is not read.', { format: String(data.format) });
		case 'key.missing':
			return l10n.t('This entry has no citation key; it is cited as “{key}” for now.', { key });
		case 'key.form':
			return l10n.t(
				'The citation key “{key}” has a space, a bracket, a comma or a quotation mark; pandoc and LaTeX cannot cite it. Choose another.',
				{ key },
			);
		case 'key.duplicate':
			return l10n.t('The citation key “{key}” is used twice (first in line {line}). The first one counts.', {
				key,
				line: String(data.line),
			});
		case 'key.case':
			return l10n.t(
				'The citation key “{key}” differs from “{other}” (line {line}) only in capitals, and footnotes do not tell them apart.',
				{ key, other: String(data.other), line: String(data.line) },
			);
		case 'key.unusual':
			return l10n.t('The citation key “{key}” works here, but other programs such as LaTeX may not take it.', { key });
		case 'key.conflict':
			return l10n.t('The citation key “{id}” exists already in “{other}”, which counts.', {
				id,
				other: String(data.other),
			});
		case 'crossref.unknown':
			return l10n.t('“{key}” refers to “{other}”, which is not in this file.', { key, other: String(data.other) });
		case 'crossref.cycle':
			return l10n.t('“{key}” and “{other}” refer to each other. Nothing is taken over.', {
				key,
				other: String(data.other),
			});
		case 'string.unknown':
			return l10n.t('The abbreviation “{name}” is not defined by @string. It is taken as it is.', {
				name: String(data.name),
			});
		case 'latex.unknown':
			return l10n.t('The LaTeX command “\\{name}” is not known; its text is kept.', { name: String(data.name) });
		case 'snippet.drift':
			return l10n.t('“{text}” is not what the formulations make. Build it again.', { text });
	}
}

function unreadable(reason: string): string {
	switch (reason) {
		case 'binary':
			return l10n.t('This is not a text file. It is not read.');
		case 'encoding':
			return l10n.t('This file is not saved as UTF-8. It is not read. Save it with encoding UTF-8.');
		case 'denied':
			return l10n.t('This file may not be read: permission is missing.');
		default:
			return l10n.t('This file cannot be read.');
	}
}

function kindName(kind: string | number | undefined): string {
	switch (kind) {
		case 'source':
			return l10n.t('source');
		case 'citation':
			return l10n.t('citation');
		case 'term':
			return l10n.t('term');
		case 'formulation':
			return l10n.t('formulation');
		default:
			return String(kind);
	}
}

function typeName(type: string | number | undefined): string {
	switch (type) {
		case 'string':
			return l10n.t('text (a number in double quotation marks)');
		case 'number':
		case 'int':
			return l10n.t('a number');
		case 'boolean':
			return l10n.t('true or false');
		case 'array':
			return l10n.t('a list in square brackets');
		case 'object':
			return l10n.t('lines of the form “name: value”');
		case 'null':
			return l10n.t('nothing');
		default:
			return String(type);
	}
}
