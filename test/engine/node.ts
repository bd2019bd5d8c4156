// One real node for all test files of this folder.
import type { TestProject } from 'vitest/node';
import { startNode } from '../../scripts/engine/node.mjs';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The address of the node. */
		engine: string;
	}
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const node = await startNode();
	project.provide('engine', node.address);
	return () => node.close();
}
