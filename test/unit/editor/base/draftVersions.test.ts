// A document is parsed once a version, whoever asks.
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../../src/core/draft/language';
import { DraftVersions } from '../../../../src/editor/base/draftVersions';

/** A document that is written in, and how often a draft was made. */
function written(text: string) {
	let made = 0;
	const document = { version: 1, languageId: 'markdown', text, getText: () => document.text };
	const service = {
		draft: (words: string, language: DraftLanguage) => {
			made++;
			return new Draft(words, language);
		},
	};
	return { document, service, made: () => made };
}

test('a version is parsed once, the next one anew', () => {
	const versions = new DraftVersions();
	const { document, service, made } = written('甲');
	const first = versions.of(document, service);
	expect([first.text, first.language]).toEqual(['甲', 'markdown']);
	expect(versions.of(document, service)).toBe(first);
	Object.assign(document, { version: 2, text: '甲乙' });
	expect(versions.of(document, service).text).toBe('甲乙');
	expect(versions.of(document, service)).not.toBe(first);
	expect(made()).toBe(2);
});

test('another language, and a document that was closed, are parsed anew', () => {
	const versions = new DraftVersions();
	const { document, service, made } = written('甲');
	versions.of(document, service);
	document.languageId = 'latex';
	expect(versions.of(document, service).language).toBe('latex');
	versions.forget(document);
	versions.of(document, service);
	expect(made()).toBe(3);
});

test('documents are kept apart', () => {
	const versions = new DraftVersions();
	const [one, other] = [written('甲'), written('乙')];
	expect([versions.of(one.document, one.service).text, versions.of(other.document, other.service).text]).toEqual([
		'甲',
		'乙',
	]);
	expect(versions.of(one.document, other.service).text).toBe('甲');
	expect([one.made(), other.made()]).toEqual([1, 1]);
});
