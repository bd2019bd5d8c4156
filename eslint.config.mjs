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
	{ files: ['test/support/globalSetup.ts'], rules: { 'no-restricted-syntax': 'off' } }, // vitest asks for a default export
);
