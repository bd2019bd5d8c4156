// What a machine checks in the code besides types: no `any`, no promise left alone, no forgotten case.
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', '.vscode-test/', 'node_modules/', '**/*.mjs', '**/*.cjs', '**/*.d.ts', '**/*.config.mts'] },
	...tseslint.configs.strict,
	{
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unsafe-assignment': 'error',
			'@typescript-eslint/no-unsafe-call': 'error',
			'@typescript-eslint/no-unsafe-member-access': 'error',
			'@typescript-eslint/no-unsafe-return': 'error',
			'@typescript-eslint/no-unsafe-argument': 'error',
			'@typescript-eslint/no-non-null-assertion': 'off', // tables and loops over indices that are known to be there
			'@typescript-eslint/no-invalid-void-type': 'off', // `Promise<void>[]` and the like are what is meant
			'no-restricted-syntax': [
				'error',
				{
					selector: 'ExportDefaultDeclaration',
					message: 'No default exports: a name is found everywhere under the same name.',
				},
			],
			eqeqeq: ['error', 'smart'],
			'no-console': 'error',
		},
	},
	{
		// What stood above these when they came is in eslint-suppressions.json; `npm run house` counts both over the whole source.
		files: ['src/**/*.ts'],
		rules: { complexity: ['error', 15], 'no-nested-ternary': 'error' },
	},
	{ files: ['test/**', 'src/cli/**', 'src/entries/cli.ts'], rules: { 'no-console': 'off' } },
	{
		// What a window shows, what the extension has found and what it has written arrives some time after the key: it is waited for.
		files: ['test/vscode/**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...[
					'CallExpression[callee.name="expect"] AwaitExpression',
					'CallExpression[callee.name="expect"] CallExpression[callee.object.name="vs"]:not([callee.property.name="noSuggestions"]):not([callee.property.name="noHover"])',
					'CallExpression[callee.name="expect"] CallExpression[callee.name=/^(existsSync|readdirSync|readFileSync)$/]',
				].map(selector => ({
					selector,
					message: 'This is read once, and a slow machine looks too early: await expect.poll(() => …).',
				})),
				{
					selector: 'CallExpression[callee.property.name="waitForTimeout"]',
					message: 'Wait for a sign, not for a time.',
				},
			],
		},
	},
	{ files: ['test/support/globalSetup.ts', 'test/windows/setup.ts'], rules: { 'no-restricted-syntax': 'off' } }, // vitest asks for a default export
);
