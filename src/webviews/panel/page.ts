// The fixed parts of the panel's page: box, filters, list, what can be done with a row; built once, worded when the
// words arrive.
import { chipNames, makeChip, wordChip, type Chip, type ChipName } from './chips';
import { iconButton, label, make, name } from './elements';
import { buildMenu, wordMenu, type Menu } from './menu';
import type { Strings } from './protocol';

/** The elements that change. */
export interface Page {
	readonly root: HTMLElement;
	readonly box: HTMLInputElement;
	readonly clear: HTMLButtonElement;
	readonly follow: HTMLButtonElement;
	readonly chips: { readonly [N in ChipName]: Chip };
	readonly unfilter: HTMLButtonElement;
	readonly filterRow: HTMLElement;
	readonly bar: HTMLElement;
	/** What the list rests on: the paragraph followed, or what is to be said of it as a whole. */
	readonly about: HTMLElement;
	/** What is to be said of the person's documents. */
	readonly library: HTMLElement;
	readonly count: HTMLElement;
	readonly list: HTMLElement;
	readonly more: HTMLButtonElement;
	readonly notice: HTMLElement;
	readonly scroll: HTMLElement;
	/** The buttons that stand on a row; beside the list, because nothing within a row can be reached by keys. */
	readonly tools: HTMLElement;
	readonly tool: { readonly [T in Tool]: HTMLButtonElement };
	readonly menu: Menu;
	readonly said: HTMLElement;
	/** Puts every sentence where it belongs. */
	word(strings: Strings): void;
}

/** The buttons on a row. */
export type Tool = 'insert' | 'open' | 'more';

/** Builds the page into `root`. */
export function build(root: HTMLElement): Page {
	const title = make('h1', 'unseen');
	const { search, box, clear, follow } = buildSearch();
	const chips = Object.fromEntries(chipNames.map(each => [each, makeChip(each)])) as {
		[N in ChipName]: Chip;
	};
	const unfilter = iconButton('clearAll', 'unfilter');
	const filterRow = make('div', 'filters', { role: 'group' }, ...chipNames.map(each => chips[each].chip), unfilter);
	const about = make('div', 'about', { hidden: '' });
	const library = make('div', 'library', { hidden: '' });
	const count = make('div', 'count unseen', { role: 'status', 'aria-live': 'polite' });
	const bar = make('div', 'progress', { hidden: '', 'aria-hidden': 'true' });
	const list = make('div', 'list', { id: 'list', role: 'listbox', tabindex: '0' });
	const tool = {
		insert: iconButton('insert', 'insert'),
		open: iconButton('goToFile', 'open'),
		more: iconButton('ellipsis', 'menu-button'),
	};
	tool.more.setAttribute('aria-haspopup', 'menu');
	tool.more.setAttribute('aria-expanded', 'false');
	const tools = make('div', 'tools', { role: 'group', hidden: '' }, tool.insert, tool.open, tool.more);
	const more = make('button', 'link more', { type: 'button', hidden: '' });
	const notice = make('div', 'notice', { role: 'status', 'aria-live': 'polite' });
	const scroll = make('div', 'scroll', {}, list, tools, more, notice);
	const said = make('div', 'said', { role: 'status', 'aria-live': 'polite' });
	const menu = buildMenu();
	const head = make('div', 'head', {}, search, filterRow, about, library, count, bar);
	const main = make('main', 'main', {}, title, head, scroll, said, menu.element);
	root.replaceChildren(main);
	return {
		root,
		box,
		clear,
		follow,
		chips,
		unfilter,
		filterRow,
		bar,
		about,
		library,
		count,
		list,
		more,
		notice,
		scroll,
		tools,
		tool,
		menu,
		said,
		word(strings) {
			title.textContent = strings.title;
			document.title = strings.title;
			box.placeholder = strings.placeholder;
			label(box, strings.search);
			label(list, strings.list);
			name(clear, strings.clear);
			label(follow, strings.follow);
			follow.title = strings.followHelp;
			label(filterRow, strings.filterRow);
			for (const each of chipNames) wordChip(each, chips[each], strings);
			name(unfilter, strings.clearFilters);
			label(tools, strings.actions);
			name(tool.open, strings.open);
			name(tool.more, strings.moreActions);
			wordMenu(menu, strings);
		},
	};
}

/** The box with the buttons in it. */
function buildSearch(): Pick<Page, 'box' | 'clear' | 'follow'> & { readonly search: HTMLElement } {
	const box = make('input', 'box', {
		type: 'text',
		role: 'searchbox',
		'aria-controls': 'list',
		'aria-autocomplete': 'list',
		'aria-keyshortcuts': 'Enter Control+Enter',
		autocomplete: 'off',
		spellcheck: 'false',
		maxlength: '500',
	});
	const clear = iconButton('close', 'clear');
	const follow = iconButton('target', 'follow');
	return { search: make('div', 'search', {}, box, clear, follow), box, clear, follow };
}
