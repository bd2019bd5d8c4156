// A written document put into a template: its body, notes, pictures and lists, in the page of the template.

import { openZip, zipOf, type Zip } from '../../documents/office/zip';
import { sectionIn } from './page';
import { withStyles, type Template } from './template';

const types = {
	relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
	main: 'application/vnd.openxmlformats-officedocument.wordprocessingml',
} as const;

/** A part that a template may lack, and what tells programs of it. */
interface Joined {
	readonly name: string;
	readonly kind: 'footnotes' | 'numbering';
}

/** `styles`: the styles of ours that the template lacks, as XML. */
export function intoTemplate(written: Uint8Array, template: Template, styles: string): Uint8Array {
	const ours = openZip(written);
	if (typeof ours === 'string') throw new Error(`written document: ${ours}`);
	const parts = new Map(template.zip.names.map(name => [name, bytesOf(template.zip, name)]));
	const merge = new Merge(parts, ours);
	merge.styles(styles);
	const offset = merge.numbering();
	merge.notes(offset);
	merge.body(template.part('word/document.xml'), offset);
	merge.contentTypes();
	return zipOf(parts);
}

function bytesOf(zip: Zip, name: string): Uint8Array {
	const found = zip.read(name);
	if (typeof found === 'string') return new Uint8Array();
	return found;
}

class Merge {
	private readonly added: Joined[] = [];
	private relationships: string;

	constructor(
		private readonly parts: Map<string, Uint8Array>,
		private readonly ours: Zip,
	) {
		this.relationships =
			this.text('word/_rels/document.xml.rels') ||
			'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
	}

	/** Adds styles behind those of the template. */
	styles(styles: string): void {
		const own = this.text('word/styles.xml');
		if (own !== '') this.put('word/styles.xml', withStyles(own, styles));
	}

	/** Adds our lists behind those of the template; how far their numbers moved. */
	numbering(): number {
		const ours = this.ourText('word/numbering.xml');
		const own = this.text('word/numbering.xml');
		if (own === '') {
			this.put('word/numbering.xml', ours);
			this.join({ name: 'word/numbering.xml', kind: 'numbering' });
			return 0;
		}
		const offset =
			Math.max(0, ...[...own.matchAll(/w:(?:abstractNumId|numId)(?: w:val)?="(\d+)"/g)].map(([, id]) => Number(id))) +
			1;
		// The template's root has no names for what newer programs add.
		const moved = movedNumbers(ours, offset).replace(/ w\d+:\w+="[^"]*"/g, '');
		const abstract = [...moved.matchAll(/<w:abstractNum .*?<\/w:abstractNum>/gs)].map(([all]) => all).join('');
		const numbers = [...moved.matchAll(/<w:num .*?<\/w:num>/gs)].map(([all]) => all).join('');
		// All definitions stand before all lists.
		const at = own.search(/<w:num |<w:numIdMacAtCleanup|<\/w:numbering>/);
		const end = own.search(/<w:numIdMacAtCleanup|<\/w:numbering>/);
		this.put('word/numbering.xml', own.slice(0, at) + abstract + own.slice(at, end) + numbers + own.slice(end));
		return offset;
	}

	/** Our footnotes stand in the place of the template's, whose text goes. */
	notes(offset: number): void {
		const ours = movedNumbers(this.noteMarks(this.ourText('word/footnotes.xml')), offset);
		const isNew = !this.parts.has('word/footnotes.xml');
		this.put('word/footnotes.xml', ours);
		const links = bytesOf(this.ours, 'word/_rels/footnotes.xml.rels');
		if (links.length > 0) this.parts.set('word/_rels/footnotes.xml.rels', links);
		if (isNew) this.join({ name: 'word/footnotes.xml', kind: 'footnotes' });
	}

	/** Our text, in the last section of the template. */
	body(own: string, offset: number): void {
		const ours = this.ourText('word/document.xml');
		const [, open = '', inner = ''] = /(<w:document[^>]*>.*?<w:body>)(.*)<\/w:body>/s.exec(ours) ?? [];
		const text = inner.replace(/<w:sectPr[ >](?:(?!<w:sectPr[ >]).)*<\/w:sectPr>\s*$/s, '');
		const section = sectionIn(own);
		const linked = this.links(movedNumbers(this.noteMarks(text), offset));
		this.put('word/document.xml', `${withNamespaces(open, own)}${linked}${section}</w:body></w:document>`);
		this.put('word/_rels/document.xml.rels', this.relationships);
	}

	/** Marks of notes in the style the template has for them, whatever its id. */
	private noteMarks(text: string): string {
		const [, id] =
			/<w:style [^>]*w:styleId="([^"]*)"[^>]*>\s*<w:name w:val="footnote reference"/i.exec(
				this.text('word/styles.xml'),
			) ?? [];
		if (id === undefined) return text;
		return text.replaceAll('<w:rStyle w:val="FootnoteReference"/>', `<w:rStyle w:val="${id}"/>`);
	}

	/** Links and pictures under names that the template does not have. */
	private links(text: string): string {
		let linked = text;
		let count = 0;
		for (const [all, id = ''] of this.ourText('word/_rels/document.xml.rels').matchAll(
			/<Relationship [^>]*?Id="([^"]*)"[^>]*\/>/g,
		)) {
			if (!/\/(?:hyperlink|image)"/.test(all)) continue;
			const name = `pw${++count}`;
			linked = linked.replaceAll(`r:id="${id}"`, `r:id="${name}"`).replaceAll(`r:embed="${id}"`, `r:embed="${name}"`);
			this.relate(all.replace(`Id="${id}"`, `Id="${name}"`).replace('Target="media/', 'Target="media/pw-'));
		}
		for (const media of this.ours.names.filter(name => name.startsWith('word/media/')))
			this.parts.set(media.replace('media/', 'media/pw-'), bytesOf(this.ours, media));
		return linked;
	}

	/** What each part is; a template becomes a document. */
	contentTypes(): void {
		const own = this.text('[Content_Types].xml').replace(
			`${types.main}.template.main+xml`,
			`${types.main}.document.main+xml`,
		);
		const missing = ['png', 'jpg'].filter(ending => !new RegExp(`Extension="${ending}"`, 'i').test(own));
		const defaults = missing.map(
			ending => `<Default Extension="${ending}" ContentType="image/${ending.replace('jpg', 'jpeg')}"/>`,
		);
		const overrides = this.added.map(
			({ name, kind }) => `<Override PartName="/${name}" ContentType="${types.main}.${kind}+xml"/>`,
		);
		this.put(
			'[Content_Types].xml',
			own.replace(/<\/Types>\s*$/, () => `${[...defaults, ...overrides].join('')}</Types>`),
		);
	}

	private join(joined: Joined): void {
		this.added.push(joined);
		const target = joined.name.replace('word/', '');
		this.relate(
			`<Relationship Id="pw-${joined.kind}" Type="${types.relationship}/${joined.kind}" Target="${target}"/>`,
		);
	}

	private relate(relationship: string): void {
		this.relationships = this.relationships.replace(
			/<\/Relationships>\s*$|<Relationships([^>]*)\/>\s*$/,
			(_, attributes?: string) => {
				const open = attributes === undefined ? '' : `<Relationships${attributes}>`;
				return `${open}${relationship}</Relationships>`;
			},
		);
	}

	private text(name: string): string {
		return new TextDecoder().decode(this.parts.get(name) ?? new Uint8Array());
	}

	private ourText(name: string): string {
		return new TextDecoder().decode(bytesOf(this.ours, name));
	}

	private put(name: string, text: string): void {
		this.parts.set(name, new TextEncoder().encode(text));
	}
}

/** Lists under numbers that a template does not have. */
function movedNumbers(xml: string, offset: number): string {
	if (offset === 0) return xml;
	return xml.replace(
		/(<w:abstractNum [^>]*?w:abstractNumId="|<w:abstractNumId w:val="|<w:num [^>]*?w:numId="|<w:numId w:val=")(\d+)"/g,
		(_, before: string, id: string) => `${before}${Number(id) + offset}"`,
	);
}

/** The root of our document with the namespaces its section may need. */
function withNamespaces(open: string, own: string): string {
	const [root = ''] = /<w:document[^>]*>/.exec(own) ?? [];
	const missing = [...root.matchAll(/ (xmlns:[\w-]+)="[^"]*"/g)]
		.filter(([, name = '']) => !open.includes(` ${name}=`))
		.map(([all]) => all);
	return open.replace('<w:document', `<w:document${missing.join('')}`);
}
