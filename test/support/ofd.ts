// OFD files (GB/T 33190) made in memory.
// Must not read files.
import { archive } from './archive';

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** Text set at a place, in millimetres. */
export interface Placed {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size?: number;
	readonly matrix?: string;
}

/** A text object. */
export const object = ({ text, x, y, size = 5, matrix }: Placed) => {
	const steps = text.length > 1 ? ` DeltaX="g ${text.length - 1} ${size}"` : '';
	const ctm = matrix === undefined ? '' : ` CTM="${matrix}"`;
	return `<ofd:TextObject ID="1" Boundary="${x} ${y} 150 ${size}" Font="1" Size="${size}"${ctm}><ofd:TextCode X="0" Y="${size}"${steps}>${text}</ofd:TextCode></ofd:TextObject>`;
};

/** A page of objects; `more`: what stands before its content. */
export const content = (inner: string, more = '') =>
	`<?xml version="1.0"?><ofd:Page ${space}>${more}<ofd:Content><ofd:Layer ID="9">${inner}</ofd:Layer></ofd:Content></ofd:Page>`;

/** A file of pages, on a template where one is given. */
export function ofd(pages: readonly string[], template?: string): Uint8Array<ArrayBuffer> {
	const templatePage = template === undefined ? '' : '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>';
	return archive([
		[
			'OFD.xml',
			`<ofd:OFD ${space}><ofd:DocBody><ofd:DocInfo><ofd:Author>lenovo</ofd:Author><ofd:CreationDate>2025-11-05</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		],
		[
			'Doc_0/Document.xml',
			`<ofd:Document ${space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${templatePage}</ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 20}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
		],
		...pages.map((page, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page] as const),
		...(template === undefined ? [] : [['Doc_0/Tpls/Tpl_0/Content.xml', template] as const]),
	]);
}
