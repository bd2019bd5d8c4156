// The manifest tells VS Code of the same tools that answer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assistantTools } from '../../../../src/app/assistants/tools';

interface Manifest {
	readonly contributes: {
		readonly languageModelTools: readonly {
			readonly name: string;
			readonly modelDescription: string;
			readonly inputSchema: object;
		}[];
		readonly chatSkills: readonly { readonly path: string }[];
	};
}

const root = join(import.meta.dirname, '../../../..');
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

test('names, descriptions and inputs are those of the tools', () => {
	expect(contributes.languageModelTools.map(one => [one.name, one.modelDescription, one.inputSchema])).toEqual(
		assistantTools.map(({ name, description, schema }) => [name, description, schema]),
	);
});

test('the skill names every tool and is called as its folder', () => {
	const [skill] = contributes.chatSkills;
	const text = readFileSync(join(root, skill?.path ?? ''), 'utf8');
	expect(text).toMatch(/^---\nname: policy-writing\ndescription: .{20,1024}\n---\n/);
	for (const { name } of assistantTools) expect(text).toContain(name);
});
