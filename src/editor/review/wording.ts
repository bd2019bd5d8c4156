// A finding in one sentence of the person's language; sources are named by title, date and paragraph, never by id.
import * as vscode from 'vscode';
import type { Change, Finding, FindingCode, PolicyService } from '../../core/service';
import { dateText } from '../base/hitRows';
import { fieldName } from '../sources/text';

const t = vscode.l10n.t;
/** So many changes a sentence has room for, and so many characters of a wording. */
const most = { changes: 4, characters: 40 };

/** Where words stand: 《title》（date），paragraph n. */
export function sourcePlace(data: Finding['data'], service: PolicyService): string {
	const source = typeof data.source === 'string' ? service.corpus.source(data.source) : undefined;
	if (!source) return typeof data.source === 'string' ? data.source : '';
	const citation = typeof data.citation === 'string' ? service.corpus.citation(data.citation) : undefined;
	// The date of the copy at hand is not when it was published, and is not taken for that.
	const date = source.issued
		? dateText(source.issued)
		: source.held?.date
			? t('copy at hand: {0}', dateText(source.held.date))
			: citation?.date && dateText(citation.date);
	const title = date ? t('《{0}》 ({1})', source.title, date) : `《${source.title}》`;
	return typeof data.paragraph === 'number' && source.fidelity !== 'excerpt'
		? t('{0}, paragraph {1}', title, data.paragraph)
		: title;
}

/** The changes of a finding; empty where it has none. */
export function changesOf(finding: Finding): readonly Change[] {
	const { changes } = finding.data as { changes?: readonly Change[] };
	return changes ?? [];
}

/** A finding in a sentence. */
export function wordFinding(finding: Finding, service: PolicyService): string {
	const { code, data } = finding;
	const place = sourcePlace(data, service);
	const wording = short(String(data.wording ?? ''));
	switch (code) {
		case 'quotation.verbatim':
			return t('Word for word as in {0}.', place);
		case 'quotation.form':
			if (data.how === 'script') return t('The words of {0}, in another script.', place);
			return data.how === 'width'
				? t('The words of {0}, with characters of another width.', place)
				: t('The words of {0}, with other punctuation.', place);
		case 'quotation.differs':
			return t('Not as in {0}: {1}.', place, changed(finding));
		case 'quotation.spliced':
			if (data.how === 'elided')
				return data.marked === true
					? t('Shortened from {0}; what is left out is marked.', place)
					: t('Something of {0} is left out here without a mark.', place);
			return data.how === 'reordered'
				? t('The words of {0}, in another order.', place)
				: t('Put together from several places, most of it from {0}.', place);
		case 'quotation.attribution':
			if (data.why === 'source')
				return t('《{0}》 is cited here, but these words stand in {1}.', titleOf(data.cited, service), place);
			if (data.why === 'speaker')
				return t(
					'The corpus has these words from {0}, not from {1} ({2}).',
					String(data.expected),
					String(data.written),
					place,
				);
			return data.why === 'date'
				? t(
						'These words are from {0}, not from {1} ({2}).',
						dateText(String(data.expected)),
						String(data.written),
						place,
					)
				: t('These words were said at “{0}”, not at “{1}” ({2}).', String(data.expected), String(data.written), place);
		case 'quotation.unattributed':
			return t('Recorded words of {0}, without marks or attribution.', place);
		case 'quotation.unknown':
			return t('Not in this corpus, so it could not be compared.');
		case 'quotation.uncited':
			return t('As in {0}; nothing here cites it.', place);
		case 'wording.near':
			return t('Looks like a slip for “{0}”.', wording);
		case 'wording.wrong':
			return t('Should be written “{0}”.', wording);
		case 'wording.inconsistent':
			return t('Written “{0}” elsewhere in this draft.', wording);
		case 'wording.superseded':
			return t('An older wording; now “{0}”.', wording);
		case 'punctuation.halfwidth':
			return t('In Chinese text: “{0}”.', wording);
		case 'punctuation.unbalanced':
			return t('“{0}” has no partner.', String(data.mark));
		case 'figure.differs':
			return t('{0} has “{1}”, not “{2}”.', place, String(data.wording), String(data.written));
		case 'reference.undefined': {
			const key = String(data.key);
			if (data.form !== 'footnote') return t('No source has the key {0}.', key);
			return typeof data.source === 'string'
				? t('The footnote {0} has no definition yet; it means 《{1}》.', key, titleOf(data.source, service))
				: t('The footnote {0} has no definition.', key);
		}
		case 'reference.unused':
			return t('Nothing refers to the footnote {0}.', String(data.key));
		case 'reference.missing':
			return t(
				'The reference of 《{0}》 still lacks: {1}.',
				titleOf(data.source, service),
				[data.fields ?? []]
					.flat()
					.map(field => fieldName(String(field)))
					.join(t(', ')),
			);
		case 'reference.other':
			if (data.why === 'duplicate')
				return t('The footnote {0} is defined twice, with different words; the first one counts.', String(data.key));
			return data.why === 'stale'
				? t('This reference is not as the edition and the records now have it.')
				: t('This reference was changed by hand; it will not be brought up to date.');
	}
}

/** What a person calls a kind of findings, for lists and reports. */
export function kindName(code: FindingCode): string {
	switch (code) {
		case 'quotation.verbatim':
			return t('Quotation as in its source');
		case 'quotation.form':
			return t('Quotation in another form');
		case 'quotation.differs':
			return t('Quotation differs from its source');
		case 'quotation.spliced':
			return t('Quotation shortened, reordered or put together');
		case 'quotation.attribution':
			return t('Attributed to somebody or something else');
		case 'quotation.unattributed':
			return t('Recorded words without attribution');
		case 'quotation.unknown':
			return t('Quotation not in this corpus');
		case 'quotation.uncited':
			return t('Quotation without citation');
		case 'wording.near':
			return t('Wording that looks like a slip');
		case 'wording.wrong':
			return t('Wording recorded as wrong');
		case 'wording.inconsistent':
			return t('One term in two forms');
		case 'wording.superseded':
			return t('Older wording');
		case 'punctuation.halfwidth':
			return t('Half-width mark in Chinese text');
		case 'punctuation.unbalanced':
			return t('Mark without a partner');
		case 'figure.differs':
			return t('Number that differs from its source');
		case 'reference.undefined':
			return t('Key or footnote without a source');
		case 'reference.unused':
			return t('Footnote nothing refers to');
		case 'reference.missing':
			return t('Reference with gaps');
		case 'reference.other':
			return t('Reference that differs from its record');
	}
}

function titleOf(id: unknown, service: PolicyService): string {
	return typeof id === 'string' ? (service.corpus.source(id)?.title ?? id) : '';
}

/** What was changed, without colours or signs: 改 should be 转. */
function changed(finding: Finding): string {
	const changes = changesOf(finding);
	const said = changes.slice(0, most.changes).map(({ kind, written, original }) => {
		if (kind === 'dropped') return t('“{0}” is left out', short(original));
		return kind === 'inserted'
			? t('“{0}” was put in', short(written))
			: t('“{0}” instead of “{1}”', short(written), short(original));
	});
	const more = changes.length - said.length;
	return (more > 0 ? [...said, t('and {0} more', more)] : said).join(t(', '));
}

function short(text: string): string {
	const characters = [...text];
	return characters.length <= most.characters ? text : `${characters.slice(0, most.characters).join('')}…`;
}
