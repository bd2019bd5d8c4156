// The citations of a draft in the Markdown preview, whatever the draft.
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { previewOf } from '../../../../src/core/citations/preview';
import { Draft } from '../../../../src/core/draft/draft';
import { drawCitations } from '../../../../src/editor/preview/markdownPlugin';
import type { PreviewSource } from '../../../../src/editor/preview/page';
import { sources } from '../../../unit/citations/drafts';

const corpus: PreviewSource = {
	version: 1,
	read: text => previewOf(new Draft(text, 'markdown'), sources, { edition: '2025' }),
	sayUnknown: keys => `unknown: ${keys.join(', ')}`,
};
const drawn = (text: string) => drawCitations(new MarkdownIt({ html: true, linkify: true }), corpus).render(text);

test('whatever is written, the preview comes about; without a mark of ours it is that of markdown-it', () => {
	const piece = fc.constantFrom(
		'甲',
		'[^a]',
		'[^a]: ',
		'[@wang-2023]',
		'@wang-2023',
		'[@x',
		']',
		'[',
		'\n',
		'\n\n',
		'    ',
		'> ',
		'- ',
		'`',
		'**',
		'|',
		'<!-- policy-writing: references -->',
		'<!-- /policy-writing: references -->',
		'\u3000',
		'[^jin-2024-p3]',
		'(',
		')',
		'\t',
		'\r\n',
	);
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 30 }).map(all => all.join('')),
			text => {
				const html = drawn(text);
				expect(html).toBe(drawn(text));
				if (!/[@^]/.test(text)) expect(html).toBe(new MarkdownIt({ html: true, linkify: true }).render(text));
			},
		),
		{ numRuns: 300 },
	);
});
