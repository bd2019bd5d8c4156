// One real node for all test files of this folder.
import type { TestProject } from 'vitest/node';
import { startNode } from '../../scripts/engine/node.mjs';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The address of the node. */
		engine: string;
	}
}

/** Where VS Code runs in a browser, for the test that asks as one. */
export const origin = 'https://code.example.org';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	// As the page for administrators has it for VS Code in a browser.
	const node = await startNode({
		settings: [
			'http.cors.enabled=true',
			`http.cors.allow-origin=${origin}`,
			'http.cors.allow-methods=OPTIONS,GET,POST,PUT,DELETE',
			'http.cors.allow-headers=Authorization,Content-Type',
		],
	});
	project.provide('engine', node.address);
	return () => node.close();
}
