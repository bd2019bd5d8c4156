// The library that reads PDF files, as much of it as is used here; this file alone imports it. It never renders,
// evaluates, loads a font or fetches: character maps are handed in.

/**
 * Gives a character map of Adobe's by name (`UniGB-UCS2-H`), packed as pdf.js packs them; nothing for one it has not.
 */
export type CharacterMaps = (name: string) => Uint8Array | undefined;

export interface PdfFile {
	readonly numPages: number;
	getPage(number: number): Promise<PdfPage>;
	getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}

export interface PdfPage {
	getViewport(options: { scale: number }): {
		readonly width: number;
		readonly height: number;
		readonly transform: readonly number[];
	};
	streamTextContent(options: object): {
		getReader(): {
			read(): Promise<{ done: boolean; value?: { items: readonly TextItem[] } }>;
			cancel(reason: unknown): Promise<void>;
		};
	};
	cleanup(): void;
}

/** A run of text; marks of the content's structure have no `str`. */
export interface TextItem {
	readonly str?: string;
	readonly transform: readonly number[];
	readonly width: number;
}

export interface LoadingTask {
	readonly promise: Promise<PdfFile>;
	destroy(): Promise<void>;
}

/** Begins to read a file. Names of character maps it needs and `maps` has not are put into `missing`. */
export async function openPdf(bytes: Uint8Array, maps: CharacterMaps, missing: Set<string>): Promise<LoadingTask> {
	const { getDocument } = await import('unpdf/pdfjs');
	class MapsAtHand {
		fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
			if (kind !== 'cMapUrl') return Promise.reject(new Error('not here'));
			const name = filename.replace(/\.bcmap$/, '');
			const map = maps(name);
			if (map) return Promise.resolve(map.slice());
			missing.add(name);
			return Promise.reject(new Error('not here'));
		}
	}
	return getDocument({
		data: bytes.slice(), // the library keeps what it is given
		BinaryDataFactory: MapsAtHand,
		cMapUrl: 'maps/',
		cMapPacked: true,
		standardFontDataUrl: 'fonts/',
		useWorkerFetch: false,
		isEvalSupported: false,
		disableFontFace: true,
		useSystemFonts: false,
		enableXfa: false,
		useWasm: false,
		maxImageSize: 1,
		verbosity: 0,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
	}) as unknown as LoadingTask;
}
