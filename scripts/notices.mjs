// The licences of what is bundled, beside it, as those licences ask for: every package whose code or data is in dist/, with its text.
// Must not decide what is bundled; a package without a licence text is an error.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The notices for bundled files.
 * @param {string} root of the project
 * @param {readonly string[]} inputs paths of the files that were bundled
 * @param {readonly string[]} [others] packages of which something else is shipped, such as data
 * @returns {string} Markdown
 */
export function notices(root, inputs, others = []) {
	const names = new Set(others);
	for (const input of inputs) {
		const found = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input);
		if (found) names.add(/** @type {string} */ (found[1]));
	}
	const parts = [...names].sort().map(name => {
		const folder = join(root, 'node_modules', name);
		const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const texts = readdirSync(folder)
			.filter(file => /^(?:licen[cs]e|notice|third_party)[\w.-]*$/i.test(file) && !/^licenses$/i.test(file))
			.sort();
		if (texts.length === 0) throw new Error(`${name} has no licence text`);
		return `## ${name} ${version} (${license})\n\n${texts.map(file => '```text\n' + readFileSync(join(folder, file), 'utf8').replaceAll('```', "'''").trim() + '\n```').join('\n\n')}\n`;
	});
	return `# Third-party software\n\nThe extension contains the packages below, under their own licences.\n\n${parts.join('\n')}`;
}
