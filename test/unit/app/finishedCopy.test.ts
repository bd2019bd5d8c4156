import { expect, test } from 'vitest';
import { finishedCopy, type CopyWriter } from '../../../src/app/word/finishedCopy';
import { Citing } from '../../../src/core/citations/citing';
import { createFinisher, type Finisher } from '../../../src/core/citations/finisher';
import { mergePacks } from '../../../src/core/corpus/merge';
import { Draft } from '../../../src/core/draft/draft';
import { smallPack } from '../../support/smallPack';

const citing = new Citing(mergePacks([{ compiled: smallPack }]).corpus);
const [source] = smallPack.data.sources;

/** What the thread does; what goes to it and comes back is copied. */
function writer(): CopyWriter {
	let opened: Finisher | undefined;
	return {
		open: (text, language) => {
			opened = createFinisher(text, language);
			return Promise.resolve(structuredClone(opened.names));
		},
		copy: (style, sources, options) =>
			Promise.resolve(structuredClone(opened!.finish(style, structuredClone(sources), options))),
	};
}

test.each(['numeric', 'note', 'footnote'] as const)('as %s the copy is the one that the corpus makes', async style => {
	const draft = new Draft(`甲[@${source!.id}]。乙[@${source!.id}, 第3段]。\n`, 'markdown');
	const made = await finishedCopy(citing, writer(), draft, style, {});
	expect(made).toEqual({ copy: citing.finish(draft, style, {}), own: 0 });
});

test('words of one’s own in a note are counted, and the copy that has them in the text is made', async () => {
	const draft = new Draft(`甲[^${source!.id}]。\n\n[^${source!.id}]: 参见该文；口径不同，已核实。\n`, 'markdown');
	const { copy, inText, own } = await finishedCopy(citing, writer(), draft, 'note', {});
	expect(own).toBe(1);
	expect(copy.text).toBe(draft.text);
	expect(inText?.text).toBe('甲（参见该文；口径不同，已核实）。\n');
});
