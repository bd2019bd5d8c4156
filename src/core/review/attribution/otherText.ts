// Whether a sentence names another text than the one its words stand in: the report of another place or year, another
// law or article, another meeting.

import type { Source } from '../../corpus/records';
import type { Passage } from '../compare/passageRun';
import { mayBeOneMeeting } from './meetings';
import type { NamedText, Part } from './namedTexts';
import { stemOf, type SourceIdentities, type SourceIdentity } from './sourceIdentity';
import { mapped } from '../../text/values/optional';

/** What a sentence names otherwise than where its words stand. Offsets of the sentence, half-open. */
export interface OtherText {
	readonly why: 'place' | 'date' | 'title' | 'article' | 'occasion';
	readonly written: string;
	readonly expected: string;
	readonly start: number;
	readonly end: number;
	/** What is to be written instead; nothing where that is not for us to say. */
	readonly instead?: string;
	/** All of the text that is named is at hand, and has not the words. */
	readonly isSure: boolean;
}

/** Compares the texts that sentences name with those their words stand in. */
export class NamedTextReview {
	constructor(private readonly identities: SourceIdentities) {}

	/** Ids of the sources that are what is named; none where any report or meeting may be meant. */
	sourcesOf(name: NamedText): readonly string[] {
		if (!isParticular(name)) return [];
		return this.identities.where((one, source) => isMeant(name, one, source) && isProved(name, one)).map(one => one.id);
	}

	/** Whether a text is named of which the corpus has not all: the words may stand in it, as they are written. */
	isUnread(name: NamedText): boolean {
		return isParticular(name) && !this.sourcesOf(name).some(id => this.identities.isReadWhole(id));
	}

	/**
	 * What is named otherwise; nothing where one of the names of the sentence fits one of the passages, or nothing can
	 * be told. `said`: the name of what is said to have the words.
	 */
	other(names: readonly NamedText[], said: NamedText, passages: readonly Passage[]): OtherText | undefined {
		const fitting = names.filter(name => passages.some(one => this.fits(name, one)));
		if (fitting.length > 0 || said.kind === 'article') {
			const articles = names.filter(one => one.kind === 'article' || fitting.includes(one));
			return said.article ? this.otherArticle(articles, said.article, passages) : undefined;
		}
		const [passage] = passages;
		const identity = passage && this.identities.of(passage.source);
		return identity ? this.otherSource(said, identity, passages) : undefined;
	}

	private fits(name: NamedText, { source: id }: Passage): boolean {
		const identity = this.identities.of(id);
		const source = this.identities.source(id);
		return identity !== undefined && source !== undefined && mayBeMeant(name, identity, source);
	}

	/** The article that is said to have the words, where they stand in others than are named. */
	private otherArticle(
		names: readonly NamedText[],
		article: Part,
		passages: readonly Passage[],
	): OtherText | undefined {
		const numbers = passages.map(one =>
			one.paragraph === undefined ? undefined : this.identities.articleAt(one.source, one.paragraph),
		);
		const [passage] = passages;
		const [expected] = numbers;
		if (!passage || expected === undefined || numbers.includes(undefined)) return undefined;
		const isRight = names.some(one => numbers.some(number => valueOf(number) === valueOf(one.article?.text)));
		if (isRight) return undefined;
		const instead = /\d/.test(article.text) ? String(valueOf(expected)) : expected;
		return {
			why: 'article',
			written: `第${article.text}条`,
			expected: `第${expected}条`,
			start: article.start,
			end: article.end,
			instead,
			isSure: this.identities.isReadWhole(passage.source),
		};
	}

	/** A text that is named in which the words do not stand, as far as it is at hand. */
	private otherSource(name: NamedText, identity: SourceIdentity, passages: readonly Passage[]): OtherText | undefined {
		const named = this.sourcesOf(name);
		const isSure = this.isReadWhole(name, named) && this.isThatYear(name, identity, named);
		const texts = new Set(passages.map(one => one.source));
		// What stands in several texts may well stand in one more.
		if (!isSure && texts.size > 1) return undefined;
		if (!isSure && !isComparable(name, identity) && named.length === 0)
			return this.isElsewhere(name, passages) ? this.unlike(name, identity, false) : undefined;
		return this.unlike(name, identity, isSure);
	}

	/**
	 * Whether recorded words are named as those of a text they are not recorded in: a newspaper, where they are the own
	 * words of another, or any other text that is named by its title.
	 */
	private isElsewhere(name: NamedText, passages: readonly Passage[]): boolean {
		if (passages.some(one => one.citation === undefined)) return false;
		if (!periodical.test(name.stem ?? '')) return isParticular(name);
		return passages.every(({ source: id, citation }) => {
			const source = this.identities.source(id);
			const speaker = citation?.speaker;
			return source?.type.startsWith('article') === true && (speaker === undefined || isAuthor(source, speaker));
		});
	}

	/** Whether all of what is named is at hand: of a report of one year one copy says it all. */
	private isReadWhole({ kind, year }: NamedText, named: readonly string[]): boolean {
		const isWhole = (id: string) => this.identities.isReadWhole(id);
		if (kind === 'report' && year !== undefined) return named.some(isWhole);
		return named.length > 0 && named.every(isWhole);
	}

	/** A report that is named without its year may be another year's than those of its place that are at hand. */
	private isThatYear({ kind, year }: NamedText, identity: SourceIdentity, named: readonly string[]): boolean {
		if (kind !== 'report' || year !== undefined || identity.year === undefined) return true;
		return named.some(id => this.identities.of(id)?.year === identity.year);
	}

	private unlike(name: NamedText, identity: SourceIdentity, isSure: boolean): OtherText {
		const { place, year } = name;
		if (name.kind === 'report' && identity.isReport) {
			if (place && identity.place !== undefined && place.means !== identity.place)
				return { ...faultOf('place', place, identity.place, isSure), ...insteadOf(place, identity.place) };
			if (year && identity.year !== undefined && year.means !== identity.year)
				return {
					...faultOf('date', year, identity.year, isSure),
					instead: year.text.endsWith('年') ? `${identity.year}年` : identity.year,
				};
		}
		if (name.kind === 'meeting' && identity.meeting !== undefined) {
			if (!mayBeOneMeeting(name.name.text, identity.meeting))
				return { ...faultOf('occasion', name.name, identity.meeting, isSure), instead: identity.meeting };
			if (year && identity.year !== undefined)
				return { ...faultOf('date', year, identity.year, isSure), instead: `${identity.year}年` };
		}
		return faultOf('title', name.name, identity.stem, isSure);
	}
}

function faultOf(why: OtherText['why'], { text, start, end }: Part, expected: string, isSure: boolean): OtherText {
	return { why, written: text, expected, start, end, isSure };
}

/** The same rank behind another name, where it is a province that is written with one. */
function insteadOf({ text, means }: Part & { readonly means: string }, place: string): { readonly instead?: string } {
	if (text === means) return { instead: place };
	return text === `${means}省` && !/^(?:北京|天津|上海|重庆|内蒙古|广西|西藏|宁夏|新疆|国务院)$/.test(place)
		? { instead: `${place}省` }
		: {};
}

/** What newspapers, journals and agencies are called. */
const periodical = /[日时晚周青]报$|军报$|年报$|[周月双]刊$|杂志$|^求是$|新华社$/;

/** What a source is called by its title: its own, that of what it stands in, or who wrote it. */
function calledBy({ stem }: SourceIdentity, source: Source): readonly string[] {
	return [stem, stemOf(source['container-title'] ?? ''), ...(source.author ?? []).map(one => one.literal ?? '')];
}

function isAuthor(source: Source, name: string): boolean {
	return source.author?.some(one => one.literal === name) === true;
}

/** Whether a name is of one text, not of any of its kind. */
function isParticular({ kind, year, place, isLaw, stem }: NamedText): boolean {
	if (kind === 'report') return year !== undefined || place !== undefined;
	return kind === 'title' && (isLaw === true || (stem ?? '').length > 5);
}

/** Whether a name and a source are of one kind, so that another name means another source. */
function isComparable(name: NamedText, identity: SourceIdentity): boolean {
	switch (name.kind) {
		case 'report':
			return identity.isReport;
		case 'title':
			return name.isLaw === true && identity.isLaw;
		case 'meeting':
			return identity.meeting !== undefined;
		case 'article':
			return false;
	}
}

/** Whether a source is what a name says, as far as is known of both. */
function isMeant(name: NamedText, identity: SourceIdentity, source: Source): boolean {
	switch (name.kind) {
		case 'report':
			return identity.isReport && agrees(name.place?.means, identity.place) && agrees(name.year?.means, identity.year);
		case 'title':
			return name.stem !== undefined && calledBy(identity, source).includes(name.stem);
		case 'meeting':
			return (
				identity.meeting !== undefined &&
				mayBeOneMeeting(name.name.text, identity.meeting) &&
				agrees(name.year?.means, identity.year)
			);
		case 'article':
			return false;
	}
}

/** Whether what is named is known of a source: a report whose place nobody knows is not that of the one named. */
function isProved(name: NamedText, identity: SourceIdentity): boolean {
	if (name.kind !== 'report') return true;
	return knows(name.place?.means, identity.place) && knows(name.year?.means, identity.year);
}

function knows(named: string | undefined, known: string | undefined): boolean {
	return named === undefined || known !== undefined;
}

/** The same, also of a title that is written shorter or longer. */
function mayBeMeant(name: NamedText, identity: SourceIdentity, source: Source): boolean {
	if (isMeant(name, identity, source)) return true;
	if (name.kind !== 'title' || name.stem === undefined || name.stem.length < 3) return false;
	return identity.stem.includes(name.stem) || (identity.stem.length > 3 && name.stem.includes(identity.stem));
}

function agrees(named: string | undefined, known: string | undefined): boolean {
	return named === undefined || known === undefined || named === known;
}

const digits = '零一二三四五六七八九';

/** The value of a number of an article: 21 of 二十一 and 21. */
function valueOf(number: string | undefined): number | undefined {
	if (number === undefined || /^\d+$/.test(number)) return mapped(number, Number);
	let sum = 0;
	let digit = 0;
	for (const one of number.replace(/〇/g, '零')) {
		const unit = { 十: 10, 百: 100, 千: 1000 }[one];
		if (unit === undefined) digit = Math.max(0, digits.indexOf(one));
		else {
			sum += (digit === 0 ? 1 : digit) * unit;
			digit = 0;
		}
	}
	return sum + digit;
}
