// Pictures that a Word file holds: PNG and JPEG, told by their bytes, with their size.

import type { WordCode } from './manuscript';

export interface Picture {
	readonly type: 'png' | 'jpg';
	readonly bytes: Uint8Array;
	/** In pixels. */
	readonly width: number;
	readonly height: number;
}

/** A picture, or why it is none that can be taken. */
export function readPicture(bytes: Uint8Array): Picture | WordCode {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [png, jpeg] = [pngSize(view), jpegSize(view)];
	const [width, height] = png ?? jpeg ?? [0, 0];
	if (width < 1 || height < 1) return 'image.kind';
	return { type: png ? 'png' : 'jpg', bytes, width, height };
}

type Size = readonly [width: number, height: number];

/** PNG: the signature, then IHDR (PNG 1.2, 11.2.2). */
function pngSize(view: DataView): Size | undefined {
	if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined;
	return [view.getUint32(16), view.getUint32(20)];
}

/** JPEG: the first frame header among the segments (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Size | undefined {
	if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
	for (let at = 2; at + 9 < view.byteLength;) {
		if (view.getUint8(at) !== 0xff) return undefined;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) at++;
		else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
			return [view.getUint16(at + 7), view.getUint16(at + 5)];
		else at += 2 + view.getUint16(at + 2);
	}
	return undefined;
}
