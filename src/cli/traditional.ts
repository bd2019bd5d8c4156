// Simplified → traditional for the terms of the shipped pack; at build only, the only importer of that part of
// opencc-js.

import { Converter } from 'opencc-js/cn2t';

/** A converter to OpenCC's standard traditional script; words are kept, only characters change. */
export function toTraditional(): (text: string) => string {
	return Converter({ from: 'cn', to: 't' });
}
