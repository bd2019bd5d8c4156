// Milliseconds from a key to the list of completions in a real VS Code, and whether two samples of them differ.
import { percentile } from '../bench/report';
import { randomFrom } from '../bench/source';
import type { Window } from './window';

/** Has the page tell when a list with a label stands on the screen, counted from when it is told to, right before the character comes in. */
export async function watchLists(vs: Window): Promise<void> {
	await vs.page.evaluate(() => {
		const page = globalThis as unknown as { shown?: Promise<number>; expectList(label: string, limit: number): void };
		page.expectList = (label, limit) => {
			page.shown = new Promise(done => {
				const since = performance.now();
				const finish = (value: number) => {
					observer.disconnect();
					clearTimeout(timer);
					done(value);
				};
				const look = () => {
					const rows = [...document.querySelectorAll('.suggest-widget.visible .monaco-list-row .label-name')];
					if (rows.some(row => row.textContent === label)) finish(performance.now() - since);
				};
				const observer = new MutationObserver(look);
				observer.observe(document.body, {
					subtree: true,
					childList: true,
					attributes: true,
					attributeFilter: ['class', 'style', 'aria-label'],
				});
				const timer = setTimeout(() => finish(Infinity), limit);
			});
		};
	});
}

/** Commits one character behind 新 and waits for the list; then takes both back. */
export async function keyToList(vs: Window): Promise<number> {
	await vs.page.evaluate(() =>
		(globalThis as unknown as { expectList(label: string, limit: number): void }).expectList('新质生产力', 10_000),
	);
	await vs.ime('', '质');
	const milliseconds = await vs.page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown);
	await vs.press('Escape', 'Backspace');
	return milliseconds;
}

/** A difference of two samples at a quantile, and between which values it lies in 95 of 100 draws with replacement. */
export function difference(
	a: readonly number[],
	b: readonly number[],
	share: number,
): readonly [value: number, from: number, to: number] {
	const random = randomFrom(41);
	const drawn = (list: readonly number[]) =>
		percentile(
			list.map(() => list[Math.floor(random() * list.length)]!),
			share,
		);
	const all = Array.from({ length: 2000 }, () => drawn(b) - drawn(a));
	return [percentile(b, share) - percentile(a, share), percentile(all, 0.025), percentile(all, 0.975)];
}
