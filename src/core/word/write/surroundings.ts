// Where blocks stand while they are written.

import type { StyleKey } from '../layout/layout';
import type { ListUse } from './sheet';

/** Where blocks stand. */
export interface Surroundings {
	/** How many lists they are in. */
	readonly depth: number;
	/** How paragraphs are set there. */
	readonly style: StyleKey;
	/** In twips, beyond what the style says. */
	readonly indent: number;
	/** The list whose next paragraph begins an item. */
	readonly item?: ListUse;
}

export const inBody: Surroundings = { depth: 0, style: 'body', indent: 0 };
