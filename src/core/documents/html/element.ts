// An element of a page: a plain tree without a DOM.

export interface Element {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: (Element | string)[];
}

/** All elements below one, in order. */
export function elementsOf(element: Element): readonly Element[] {
	const found: Element[] = [];
	const left: (Element | string)[] = element.children.toReversed();
	for (let next = left.pop(); next !== undefined; next = left.pop()) {
		if (typeof next === 'string') continue;
		found.push(next);
		// One by one: a call takes no million arguments.
		for (const child of next.children.toReversed()) left.push(child);
	}
	return found;
}
