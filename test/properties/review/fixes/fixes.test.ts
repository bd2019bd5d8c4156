// Any fix of any draft does what it says and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits } from '../../../../src/core/draft/edit';
import type { Form } from '../../../../src/core/citations/edits/insert';
import type { Finding } from '../../../../src/core/draft/finding';
import { core, review, service } from '../../../unit/review/fixes/corpus';

/** Drafts of pieces that findings arise from, with markup in and around them. */
const piece = fc.constantFrom(
	core,
	`“${core}”`,
	`“${core.replace('动能', '动力')}”`,
	'“科技创新**能够**催生新产业，新方式、新动能”',
	'发展心智生产力',
	'数智化技术',
	'数智技术',
	'**',
	'[^1]',
	'\n',
	'\n\n',
	'- ',
	'> ',
	'1. ',
	'`码`',
	'李强总理强调，',
	'“各地要坚持先立后破，因地制宜发展新质生产力，防止一哄而下”',
	'“谁也没有在语料里说过的一句话”',
	'，',
	'。',
	'“',
	'”',
	'‘',
	'[链接](https://a.b)',
	'<!-- policy-writing: ignore wording -->',
	'\n\n[^1]: 注',
	'　　',
	'# ',
);
const drafts = fc.array(piece, { minLength: 1, maxLength: 12 }).map(parts => parts.join(''));

test('any fix of any draft: in order, within the draft; what only adds leaves every character; ignored is gone; the same finding is not there again', () => {
	fc.assert(
		fc.property(drafts, fc.constantFrom<Form>('footnote', 'pandoc', 'note'), (draft, form) => {
			const findings = review(draft, 'markdown', true);
			for (const finding of findings) {
				for (const { kind, edits } of service.fixes(new Draft(draft, 'markdown'), finding, form)) {
					let last = 0;
					for (const edit of edits) {
						expect(edit.start).toBeGreaterThanOrEqual(last);
						expect(edit.end).toBeGreaterThanOrEqual(edit.start);
						last = edit.end;
					}
					expect(last).toBeLessThanOrEqual(draft.length);
					const after = applyEdits(draft, edits);
					const left = review(after, 'markdown', true);
					if (kind === 'ignoreHere') {
						expect(edits.map(edit => draft.slice(edit.start, edit.end))).toEqual(['']);
						const words = draft.slice(finding.start, finding.end);
						const start = finding.start + (edits[0]!.start <= finding.start ? edits[0]!.text.length : 0);
						expect(
							left.filter(
								one => one.code === finding.code && one.start === start && after.slice(one.start, one.end) === words,
							),
						).toEqual([]);
					} else if (kind === 'wording') {
						// What is left out and marked is said, but is no fault.
						const faults = (some: readonly Finding[]) =>
							some.filter(one => one.code === finding.code && one.data.marked !== true).length;
						if (finding.data.marked !== true) expect(faults(left)).toBeLessThan(faults(findings));
						const marks = (text: string) => text.match(/\*\*|\[\^1\]|\n|`/g) ?? [];
						expect(marks(after)).toEqual(marks(draft));
					} else if (kind === 'cite' && finding.code !== 'quotation.attribution') {
						for (const edit of edits) expect(edit.start).toBe(edit.end);
					}
				}
			}
		}),
		{ numRuns: 100 },
	);
});
