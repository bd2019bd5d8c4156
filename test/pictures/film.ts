// A film from pictures of a window: each is shown as long as it is told to be, however long this machine took to make it, over a line
// that says in words what is done.
import type { JSHandle, Page } from 'playwright-core';
import { webm, type Encoded } from './webm';

/** The line under a picture. */
interface Caption {
	readonly chinese: string;
	readonly english: string;
	/** What is pressed just now. */
	readonly key: string;
}

interface Picture {
	readonly png: string;
	readonly caption: Caption;
	/** Milliseconds. */
	readonly shown: number;
}

/** What the page that encodes keeps between two pictures. */
interface Encoder {
	readonly context: CanvasRenderingContext2D;
	readonly codec: VideoEncoder;
	readonly chunks: { time: number; key: boolean; data: Uint8Array }[];
}

/** Pixels of the line under a picture. */
export const captionHeight = 44;
/** Milliseconds between two pictures while nobody presses a key. */
const step = 200;
/** Milliseconds after which a picture can be shown without those before it. */
const keyInterval = 5000;
/** How coarse a picture may be, of 63; small text is still sharp with it. Most pictures come alone, with none after to mend them. */
const quantizer = 18;

export class Film {
	private readonly pictures: Picture[] = [];
	private caption: Caption = { chinese: '', english: '', key: '' };

	/** `width` and `height`: pixels of the window. */
	constructor(
		private readonly page: Page,
		private readonly width: number,
		private readonly height: number,
	) {}

	/** Milliseconds so far. */
	get length(): number {
		return this.pictures.reduce((sum, picture) => sum + picture.shown, 0);
	}

	/** What the line says from here on. */
	say(chinese: string, english: string): void {
		this.caption = { chinese, english, key: '' };
	}

	/** Takes the window for so many milliseconds, during which what appears there slowly has time to. */
	async show(shown: number, key = ''): Promise<void> {
		for (let rest = shown; rest > 0; rest -= step) {
			if (rest < shown) await this.page.waitForTimeout(step);
			const png = (await this.page.screenshot()).toString('base64');
			this.add(png, Math.min(rest, step), key);
		}
	}

	/** Adds a picture that was made elsewhere (base64 of a PNG). */
	add(png: string, shown: number, key = ''): void {
		this.pictures.push({ png, shown, caption: { ...this.caption, key } });
	}

	/** The film as a WebM file. */
	async encode(): Promise<Buffer> {
		const size = { width: this.width, height: this.height + captionHeight };
		const encoder = await beginEncoding(this.page, size);
		let [time, lastKey, before] = [0, -keyInterval, ''];
		for (const { png, caption, shown } of this.pictures) {
			const drawn = `${JSON.stringify(caption)}${png}`;
			if (drawn === before) {
				time += shown;
				continue;
			}
			before = drawn;
			const key = time - lastKey >= keyInterval;
			if (key) lastKey = time;
			await encodePicture(encoder, { png, caption, time, key, height: this.height, quantizer });
			time += shown;
		}
		return webm(await finish(encoder), { ...size, length: this.length });
	}
}

/** A canvas and a codec in the page: what is of the browser cannot leave it. */
function beginEncoding(page: Page, size: { width: number; height: number }): Promise<JSHandle<Encoder>> {
	return page.evaluateHandle(({ width, height }) => {
		const canvas = document.createElement('canvas');
		Object.assign(canvas, { width, height });
		const context = canvas.getContext('2d');
		if (!context) throw new Error('this browser cannot draw');
		const chunks: { time: number; key: boolean; data: Uint8Array }[] = [];
		const codec = new VideoEncoder({
			output: chunk => {
				const data = new Uint8Array(chunk.byteLength);
				chunk.copyTo(data);
				chunks.push({ time: Math.round(chunk.timestamp / 1000), key: chunk.type === 'key', data });
			},
			error: error => console.error(error),
		});
		codec.configure({ codec: 'vp09.00.31.08', width, height, bitrateMode: 'quantizer', latencyMode: 'quality' });
		return { context, codec, chunks };
	}, size);
}

interface Drawing {
	readonly png: string;
	readonly caption: Caption;
	readonly time: number;
	readonly key: boolean;
	readonly height: number;
	readonly quantizer: number;
}

function encodePicture(encoder: JSHandle<Encoder>, drawing: Drawing): Promise<void> {
	return encoder.evaluate(async ({ context, codec }, { png, caption, time, key, height, quantizer }) => {
		const { canvas } = context;
		const image = new Image();
		image.src = `data:image/png;base64,${png}`;
		await image.decode();
		context.fillStyle = '#1f2937';
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.drawImage(image, (canvas.width - image.width) / 2, (height - image.height) / 2);
		const middle = (canvas.height + height) / 2;
		context.textBaseline = 'middle';
		context.fillStyle = '#ffffff';
		context.font = '600 19px sans-serif';
		context.fillText(caption.chinese, 16, middle);
		const end = 28 + context.measureText(caption.chinese).width;
		context.fillStyle = '#cbd5e1';
		context.font = '15px sans-serif';
		context.fillText(caption.english, end, middle);
		context.font = '600 18px sans-serif';
		const width = context.measureText(caption.key).width + 24;
		if (caption.key) {
			context.fillStyle = '#facc15';
			context.fillRect(canvas.width - width - 16, height + 7, width, canvas.height - height - 14);
			context.fillStyle = '#1f2937';
			context.fillText(caption.key, canvas.width - width - 4, middle);
		}
		const frame = new VideoFrame(canvas, { timestamp: time * 1000 });
		// TypeScript's types have the quantizer of another codec only.
		const options: VideoEncoderEncodeOptions & { vp9: { quantizer: number } } = { keyFrame: key, vp9: { quantizer } };
		codec.encode(frame, options);
		frame.close();
	}, drawing);
}

async function finish(encoder: JSHandle<Encoder>): Promise<Encoded[]> {
	const encoded = await encoder.evaluate(async ({ codec, chunks }) => {
		await codec.flush();
		return chunks.map(({ time, key, data }) => ({
			time,
			key,
			data: btoa(Array.from(data, byte => String.fromCharCode(byte)).join('')),
		}));
	});
	return encoded.map(({ time, key, data }) => ({ time, key, data: Buffer.from(data, 'base64') }));
}
