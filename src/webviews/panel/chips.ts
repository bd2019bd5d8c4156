// The row of filters: each a chip that says what it lets through, and how much of that there is, over a list of
// choices.
import { icon } from '../icons';
import { make, label } from './elements';
import { facets, facetsOf, filtersOf, scopes, type Model } from './model';
import type { Choice, Facet, Strings } from './protocol';

/** A filter: the list of choices lies unseen on the chip, so that keys and screen readers have what they know. */
export interface Chip {
	readonly chip: HTMLElement;
	readonly select: HTMLSelectElement;
	readonly words: HTMLElement;
	readonly count: HTMLElement;
}

/** What a filter of the row narrows: where is searched, or a facet. */
export type ChipName = 'scope' | Facet;

/** In the order they stand in: what is narrowed by most often in front. */
export const chipNames: readonly ChipName[] = ['scope', 'kind', 'speaker', 'year', 'source'];

export function makeChip(chipName: ChipName): Chip {
	const select = make('select', chipName === 'scope' ? 'where' : 'filter', { 'data-filter': chipName });
	const words = make('span', 'chip-words', { 'aria-hidden': 'true' });
	const count = make('span', 'chip-count', { 'aria-hidden': 'true' });
	return { chip: make('div', 'chip', {}, words, count, icon('chevronDown'), select), select, words, count };
}

/** Puts the words that never change where they belong. */
export function wordChip(chipName: ChipName, { select }: Chip, strings: Strings): void {
	label(select, chipName === 'scope' ? strings.scope : strings.filters[chipName]);
	if (chipName !== 'scope') return;
	select.replaceChildren(...scopes.map(scope => make('option', '', { value: scope }, strings.scopes[scope])));
}

/** Draws all chips of a state. */
export function drawChips(
	chips: { readonly [N in ChipName]: Chip },
	before: Model | undefined,
	now: Model,
	strings: Strings,
): void {
	const { scope } = now;
	chips.scope.select.value = scope;
	show(chips.scope, scope === 'both' ? strings.filterNames.scope : strings.scopes[scope], '', scope !== 'both');
	for (const facet of facets) chips[facet].chip.hidden = !facetsOf(now).includes(facet);
	if (before?.choices === now.choices && before.filters === now.filters) return;
	for (const facet of facets) drawFacet(chips[facet], facet, now, strings);
}

/** Whether a filter is set that counts where is searched. */
export function isFiltered(model: Model): boolean {
	return Object.keys(filtersOf(model)).length > 0;
}

function drawFacet(chip: Chip, facet: Facet, { choices, filters }: Model, strings: Strings): void {
	const value = filters[facet] ?? '';
	const option = (choice: Choice) => make('option', '', { value: choice.value }, `${choice.label} (${choice.count})`);
	const chosen = choices[facet].find(choice => choice.value === value);
	const options = [make('option', '', { value: '' }, strings.every[facet]), ...choices[facet].map(option)];
	// Until the first answer comes, what is filtered by has no other name than its value.
	if (value !== '' && !chosen) options.push(make('option', '', { value }, value));
	chip.select.replaceChildren(...options);
	chip.select.value = value;
	show(
		chip,
		value === '' ? strings.filterNames[facet] : (chosen?.label ?? value),
		String(chosen?.count ?? ''),
		value !== '',
	);
}

function show({ chip, select, words, count }: Chip, said: string, number: string, set: boolean): void {
	words.textContent = said;
	count.textContent = number;
	count.hidden = number === '';
	chip.classList.toggle('set', set);
	select.title = set ? [said, number].filter(Boolean).join(' · ') : (select.getAttribute('aria-label') ?? '');
}
