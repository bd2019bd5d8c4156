// Draws the rows of the list: what kind, who, when and where in a line, the words below it. Text of the corpus becomes
// text nodes and <mark>, never markup.
import { icon, type Icon } from '../icons';
import { make } from './elements';
import type { Fact, FactPart, Found, Row, RowKind, Strings } from './protocol';
import { pieces } from './wording';

const icons: Readonly<Record<RowKind, Icon>> = {
	quotation: 'quote',
	point: 'lightbulb',
	figure: 'graph',
	source: 'book',
	document: 'fileText',
};

/** A row as an option of the list box. */
export function option(row: Row, index: number, total: number, strings: Strings): HTMLElement {
	const kind = make('span', `sign ${row.kind}`, { title: strings.kinds[row.kind] }, icon(icons[row.kind]));
	const body = make('div', 'body', {}, factsLine(row, strings));
	const columns = partOf(row, 'columns');
	if (columns) body.append(make('div', 'columns', {}, ...marked(columns)));
	body.append(make('div', 'text', {}, ...marked(row.text)));
	const place = placeOf(row);
	if (place.length > 0) body.append(make('div', 'place', {}, ...spaced(place)));
	return make(
		'div',
		'row',
		{
			role: 'option',
			id: `row-${index}`,
			'aria-selected': 'false',
			'aria-posinset': String(index + 1),
			'aria-setsize': String(total),
			'data-index': String(index),
		},
		kind,
		body,
	);
}

/** A text with what was found in it marked. */
function marked(found: Found): readonly (Node | string)[] {
	return pieces(found).map(piece => (piece.mark ? make('mark', '', {}, piece.text) : piece.text));
}

const partOf = ({ facts }: Row, part: FactPart) => facts.find(fact => fact.part === part);

/** The line above the words: who, or what tells the row best, in front; what has no room is cut off. */
function factsLine(row: Row, strings: Strings): HTMLElement {
	const leading = partOf(row, 'who') ?? partOf(row, 'where');
	const others = [
		partOf(row, 'whose'),
		partOf(row, 'fit'),
		partOf(row, 'when'),
		...row.facts.filter(fact => fact.part === undefined),
		partOf(row, 'where'),
	];
	const line = make('div', 'facts', {}, make('span', 'kind unseen', {}, strings.kinds[row.kind]), ' ');
	line.append(
		make('span', 'fact who', {}, ...(leading ? marked(leading) : [strings.kinds[row.kind]])),
		...others.filter(fact => fact !== undefined && fact !== leading).flatMap(fact => [' ', factOf(fact as Fact)]),
	);
	return line;
}

function factOf(fact: Fact): HTMLElement {
	return make('span', `fact ${fact.part ?? ''}`, {}, ...marked(fact));
}

/**
 * What is shown below the words of the active row, whose buttons cover the line: how it fits, on what occasion, and
 * where in full.
 */
function placeOf(row: Row): readonly HTMLElement[] {
	return [partOf(row, 'whose'), partOf(row, 'fit'), partOf(row, 'occasion'), partOf(row, 'where')]
		.filter(fact => fact !== undefined)
		.map(factOf);
}

const spaced = (elements: readonly HTMLElement[]) => elements.flatMap(element => [element, ' ']);
