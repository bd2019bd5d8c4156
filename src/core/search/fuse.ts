// The library that ranks by edit distance. Behind a function, so that a bundle can leave it in a file of its own until
// somebody asks for what is nearly right.

import Fuse, { type IFuseOptions } from 'fuse.js';

/** What searches among texts. */
export function fuseOver(texts: readonly string[], options: IFuseOptions<string>): Fuse<string> {
	return new Fuse(texts, options);
}
