// An OFD file (GB/T 33190-2016: a ZIP of XML) with a text layer → its document, as a PDF is read.

import { importProblem, nothingRead, type DroppedText, type Limits, type ReadFile } from '../document';
import { openOffice } from '../office/docx';
import { officeDocument } from '../office/provenance';
import { attribute, readXml, xmlText } from '../office/xml';
import type { Zip } from '../office/zip';
import { withoutFrame } from '../pdf/furniture';
import { linesOf, type Line } from '../pdf/lines';
import { marksOf, pageNumbers } from '../pdf/pageNumbers';
import { paragraphsOf } from '../pdf/paragraphs';
import { printedTitle } from '../pdf/title';
import { present } from '../proved';
import { textOf, type PageText } from './content';

/** A4 in points, where a page says nothing of its size. */
const defaultSize = { width: 595, height: 842 };
const points = 72 / 25.4;

interface Box {
	readonly width: number;
	readonly height: number;
}

/** What the root of a file and its document say. */
interface Structure {
	/** Names of the parts with pages, in order. */
	readonly pages: readonly string[];
	/** Names of the templates of pages, by id. */
	readonly templates: ReadonlyMap<string, string>;
	readonly size: Box;
}

/** Reads an OFD file: text that is drawn as text; of a scan it is said that it is one. */
export async function readOfd(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	const zip = openOffice(bytes, limits, 'ofd');
	if ('documents' in zip) return zip;
	const root = partOf(zip, 'OFD.xml', limits);
	const properties = valuesIn(root, ['DocRoot', 'Title', 'Author', 'CreationDate']);
	const docRoot = properties.get('DocRoot');
	if (docRoot === undefined) return nothingRead('import.damaged', { reason: 'parts' });
	const structure = structureOf(zip, resolved('', docRoot), limits);
	if (structure.pages.length > limits.pages)
		return nothingRead('import.large', { what: 'pages', limit: limits.pages, size: structure.pages.length });
	await Promise.resolve();
	if (limits.signal?.aborted) return nothingRead('import.cancelled');
	return documentOf(zip, structure, properties, limits);
}

function documentOf(zip: Zip, structure: Structure, properties: ReadonlyMap<string, string>, limits: Limits): ReadFile {
	const lines: Line[] = [];
	const dropped: DroppedText[] = [];
	let characters = 0;
	let pictures = 0;
	for (const [i, name] of structure.pages.entries()) {
		const page = pageOf(zip, name, structure, limits);
		pictures += page.pictures;
		characters += page.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
		if (characters > limits.characters)
			return nothingRead('import.large', { what: 'characters', limit: limits.characters });
		lines.push(...linesOf(page.pieces, i + 1, page.size.height, page.size.width));
		dropped.push(...page.rotated.map(text => ({ text, why: 'rotated', line: i + 1 })));
	}
	if (lines.length === 0) return nothingRead('import.empty', { reason: pictures > 0 ? 'scanned' : 'nothing' });
	const framed = withoutFrame(lines, structure.pages.length);
	const all = paragraphsOf(framed.lines);
	const title = printedTitle(all);
	const paragraphs = all.filter(one => one !== title);
	const document = officeDocument(
		paragraphs.map(one => one.text),
		[...dropped, ...framed.dropped.map(({ line, why }) => ({ text: line.text, why, line: line.page }))],
		present({
			title: title?.text,
			property: properties.get('Title') || undefined,
			creator: properties.get('Author') || undefined,
			created: /^\d{4}-\d{2}-\d{2}/.exec(properties.get('CreationDate') ?? '')?.[0],
		}),
		marksOf(paragraphs, pageNumbers(framed)),
	);
	if (!document) return nothingRead('import.empty', { reason: 'nothing' });
	const unreadable = lines.reduce((sum, line) => sum + (line.text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0), 0);
	const problems = unreadable > 0 ? [importProblem('import.characters', { count: unreadable })] : [];
	return { documents: [{ ...document, problems: [...document.problems, ...problems] }], problems: [] };
}

function partOf(zip: Zip, name: string, limits: Limits): string {
	const bytes = zip.read(name, limits.signal);
	return typeof bytes === 'string' ? '' : xmlText(bytes);
}

/** A name as the archive has it, of one that stands in a part of a folder. */
function resolved(folder: string, name: string): string {
	const path = name.startsWith('/') ? name.slice(1) : `${folder}${name}`;
	return path.replace(/(^|\/)\.\//g, '$1');
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);

/** The first value of each element of these names. */
function valuesIn(xml: string, names: readonly string[]): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	let inside: string | undefined;
	readXml(xml, {
		open: name => (inside = names.includes(name) && !found.has(name) ? name : undefined),
		close: () => (inside = undefined),
		text: value => {
			if (inside !== undefined) found.set(inside, `${found.get(inside) ?? ''}${value}`.trim());
		},
	});
	return found;
}

function structureOf(zip: Zip, root: string, limits: Limits): Structure {
	const pages: string[] = [];
	const templates = new Map<string, string>();
	const xml = partOf(zip, root, limits);
	readXml(xml, {
		open: (name, attributes) => {
			const base = attribute(attributes, 'BaseLoc');
			if (base === undefined) return;
			const part = resolved(folderOf(root), base);
			if (name === 'Page') pages.push(part);
			else if (name === 'TemplatePage') templates.set(attribute(attributes, 'ID') ?? '', part);
		},
		close: () => undefined,
		text: () => undefined,
	});
	return { pages, templates, size: boxOf(xml) ?? defaultSize };
}

/** The size of a page as its area or that of the document has it. */
function boxOf(xml: string): Box | undefined {
	const box = valuesIn(xml, ['PhysicalBox']).get('PhysicalBox');
	const [, , width = 0, height = 0] = (box ?? '').split(/\s+/).map(Number);
	return width > 0 && height > 0 ? { width: width * points, height: height * points } : undefined;
}

/** A page with the text of the templates below it. */
function pageOf(zip: Zip, name: string, structure: Structure, limits: Limits): PageText & { readonly size: Box } {
	const xml = partOf(zip, name, limits);
	const own = textOf(xml);
	const below = templatesOf(xml).flatMap(id => {
		const template = structure.templates.get(id);
		return template === undefined ? [] : [textOf(partOf(zip, template, limits))];
	});
	const all = [...below, own];
	return {
		pieces: all.flatMap(one => one.pieces),
		rotated: all.flatMap(one => one.rotated),
		pictures: all.reduce((sum, one) => sum + one.pictures, 0),
		size: boxOf(xml) ?? structure.size,
	};
}

function templatesOf(xml: string): readonly string[] {
	const ids: string[] = [];
	readXml(xml, {
		open: (name, attributes) => {
			const id = name === 'Template' ? attribute(attributes, 'TemplateID') : undefined;
			if (id !== undefined) ids.push(id);
		},
		close: () => undefined,
		text: () => undefined,
	});
	return ids;
}
