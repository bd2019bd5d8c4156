// The signs on buttons and rows: VS Code's own icons, each drawn in the colour of the text it stands in.
import book from '@vscode/codicons/src/icons/book.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import clearAll from '@vscode/codicons/src/icons/clear-all.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import ellipsis from '@vscode/codicons/src/icons/ellipsis.svg';
import fileText from '@vscode/codicons/src/icons/file-text.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import graph from '@vscode/codicons/src/icons/graph.svg';
import insert from '@vscode/codicons/src/icons/insert.svg';
import lightbulb from '@vscode/codicons/src/icons/lightbulb.svg';
import quote from '@vscode/codicons/src/icons/quote.svg';
import target from '@vscode/codicons/src/icons/target.svg';

const drawings = {
	book,
	check,
	chevronDown,
	clearAll,
	close,
	ellipsis,
	fileText,
	goToFile,
	graph,
	insert,
	lightbulb,
	quote,
	target,
} as const;

export type Icon = keyof typeof drawings;

/** A new drawing of an icon; screen readers pass over it, so that its words must stand beside it. */
export function icon(name: Icon): SVGElement {
	const { documentElement } = new DOMParser().parseFromString(drawings[name], 'image/svg+xml');
	const drawing = document.importNode(documentElement, true) as unknown as SVGElement;
	drawing.setAttribute('aria-hidden', 'true');
	drawing.classList.add('icon');
	return drawing;
}
