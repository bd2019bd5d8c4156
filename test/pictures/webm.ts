// Puts encoded pictures into a WebM file (Matroska's elements), with its duration and an index, so that players can seek in it: what a
// browser records by itself has neither.

/** One encoded picture. */
export interface Encoded {
	/** Milliseconds from the beginning. */
	readonly time: number;
	/** Whether it can be shown without those before it. */
	readonly key: boolean;
	readonly data: Buffer;
}

/** An element: its identifier, its length in eight bytes, its content. */
function element(id: number, ...content: readonly Buffer[]): Buffer {
	const name = Buffer.from(id.toString(16), 'hex');
	const body = Buffer.concat(content);
	const length = Buffer.alloc(8);
	length.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
	return Buffer.concat([name, length, body]);
}

function integer(id: number, value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return element(id, bytes);
}

const words = (id: number, text: string): Buffer => element(id, Buffer.from(text));

function duration(milliseconds: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeDoubleBE(milliseconds);
	return element(0x4489, bytes);
}

/** Pictures up to the next key picture; the first gives the time from which the others are counted. */
function clusterOf(pictures: readonly Encoded[]): Buffer {
	const begin = pictures[0]?.time ?? 0;
	const blocks = pictures.map(({ time, key, data }) => {
		const head = Buffer.from([0x81, 0, 0, key ? 0x80 : 0]);
		head.writeInt16BE(time - begin, 1);
		return element(0xa3, head, data);
	});
	return element(0x1f43b675, integer(0xe7, begin), ...blocks);
}

/** Where the clusters begin, counted from the first element of the segment. */
function indexOf(clusters: readonly Buffer[], times: readonly number[], start: number): Buffer {
	let position = start;
	const points = clusters.map((cluster, i) => {
		const point = element(0xbb, integer(0xb3, times[i] ?? 0), element(0xb7, integer(0xf7, 1), integer(0xf1, position)));
		position += cluster.length;
		return point;
	});
	return element(0x1c53bb6b, ...points);
}

/** The file; pictures in their order, the first a key picture, key pictures at most 32 seconds apart; `length` in milliseconds. */
export function webm(
	pictures: readonly Encoded[],
	{ width, height, length }: { width: number; height: number; length: number },
): Buffer {
	const starts = pictures.flatMap(({ key }, i) => (key ? [i] : []));
	const clusters = starts.map((start, i) => clusterOf(pictures.slice(start, starts[i + 1])));
	const times = starts.map(start => pictures[start]?.time ?? 0);
	const maker = 'policy-writing';
	const info = element(
		0x1549a966,
		integer(0x2ad7b1, 1_000_000),
		duration(length),
		words(0x4d80, maker),
		words(0x5741, maker),
	);
	const picture = element(0xe0, integer(0xb0, width), integer(0xba, height));
	const track = element(0xae, integer(0xd7, 1), integer(0x73c5, 1), integer(0x83, 1), words(0x86, 'V_VP9'), picture);
	const front = Buffer.concat([info, element(0x1654ae6b, track)]);
	// The index stands before what it points to; its length does not depend on where that is.
	const start = front.length + indexOf(clusters, times, 0).length;
	const head = element(
		0x1a45dfa3,
		integer(0x4286, 1),
		integer(0x42f7, 1),
		integer(0x42f2, 4),
		integer(0x42f3, 8),
		words(0x4282, 'webm'),
		integer(0x4287, 4),
		integer(0x4285, 2),
	);
	return Buffer.concat([head, element(0x18538067, front, indexOf(clusters, times, start), ...clusters)]);
}
