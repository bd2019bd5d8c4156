// What a source is called by: the report of which place and year, which law, which meeting; and which article of a law
// a paragraph belongs to.

import type { Corpus } from '../../corpus/corpus';
import type { Source } from '../../corpus/records';
import { fold } from '../../text/fold';
import { anyOf, provinces, workReport } from '../../text/officialNames';
import { isPersonName } from '../../text/personName';
import { meetingIn } from './meetings';
import { present } from '../../text/values/fields';

/** What tells a source from others of its kind; what is not known is left out. */
export interface SourceIdentity {
	/** The title without what is left out when people name it. */
	readonly stem: string;
	/** Whether it is a report on the work of a government, which has a place and a year instead of a title. */
	readonly isReport: boolean;
	/** Whether it is a law or a rule, which is quoted by its articles. */
	readonly isLaw: boolean;
	readonly place?: string;
	readonly year?: string;
	readonly meeting?: string;
	/** Who gave the report: its only author, or who is named with an office in its head. */
	readonly reporter?: string;
}

/** The report of all of the country has this place. */
export const wholeCountry = '国务院';
const country = /国务院|中华人民共和国|全国人民代表大会|^全国人大/;
const province = new RegExp(anyOf(provinces));
/** A city or a county, right before what follows its name. */
const city = /(\p{Script=Han}{2,4}?)(?:市|自治州|州|盟|县|区)(?=人民|第|政府|\d|《|$)/u;
const law = /(?:法|法典|条例|办法|规定|规则|细则|决定|章程)$/;
/** So much of a document is its head, which says of what place it is; headings are no longer than that. */
const headParagraphs = 4;
const longestHead = 60;

/** A title as people write it: without the name of the state, brackets and marks. */
export function stemOf(title: string): string {
	return fold(title)
		.replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
		.replace(/中华人民共和国|[^\p{L}\p{N}]/gu, '');
}

/** Whether a name is that of a law or a rule. */
export function isLawName(stem: string): boolean {
	return law.test(stem);
}

/** The sources of a corpus by what they are called; made once. */
export class SourceIdentities {
	private readonly known = new Map<string, SourceIdentity | undefined>();
	private readonly articles = new Map<string, readonly (string | undefined)[]>();
	private laws: readonly string[] | undefined;
	private given: readonly string[] | undefined;
	private documents: ReadonlyMap<string, readonly string[]> | undefined;

	constructor(private readonly corpus: Corpus) {}

	/** What a source is called by; nothing where the corpus has none of this id. */
	of(id: string): SourceIdentity | undefined {
		if (!this.known.has(id)) {
			const source = this.corpus.source(id);
			this.known.set(id, source && identityOf(source, this.headOf(id)));
		}
		return this.known.get(id);
	}

	/** The source of an id. */
	source(id: string): Source | undefined {
		return this.corpus.source(id);
	}

	/** The sources of which this holds. */
	where(holds: (identity: SourceIdentity, source: Source) => boolean): readonly Source[] {
		return this.corpus.sources.filter(source => {
			const identity = this.of(source.id);
			return identity !== undefined && holds(identity, source);
		});
	}

	/** Whether all of the text of a source is at hand. */
	isReadWhole(id: string): boolean {
		if (/damaged|excerpt/.test(this.corpus.source(id)?.fidelity ?? '')) return false;
		return this.paragraphs().has(id);
	}

	/** The names of laws, as people write them. */
	lawNames(): readonly string[] {
		this.laws ??= this.where(one => one.isLaw && one.stem.length >= 3).flatMap(one => this.of(one.id)?.stem ?? []);
		return this.laws;
	}

	/** Who have given reports that are at hand. */
	reporters(): readonly string[] {
		return (this.given ??= this.where(one => one.isReport).flatMap(one => this.of(one.id)?.reporter ?? []));
	}

	/** The number of the article a paragraph (from 1) of a law belongs to, as it is written there: 二十一. */
	articleAt(id: string, paragraph: number): string | undefined {
		let articles = this.articles.get(id);
		if (!articles) {
			let current: string | undefined;
			articles = this.paragraphsOf(id).map(text => (current = articleNumber(text) ?? current));
			this.articles.set(id, articles);
		}
		return articles[paragraph - 1];
	}

	private paragraphsOf(id: string): readonly string[] {
		return this.paragraphs().get(id) ?? [];
	}

	private paragraphs(): ReadonlyMap<string, readonly string[]> {
		return (this.documents ??= new Map(this.corpus.documents.map(one => [one.source, one.paragraphs])));
	}

	private headOf(id: string): string {
		return this.paragraphsOf(id)
			.slice(0, headParagraphs)
			.filter(text => text.length <= longestHead)
			.join('\n');
	}
}

function articleNumber(paragraph: string): string | undefined {
	return /^[\s\u3000*#]*第([零〇一二三四五六七八九十百千\d]+)条(?=之|[\s\u3000*]|\p{Script=Han})/u.exec(paragraph)?.[1];
}

function identityOf(source: Source, head: string): SourceIdentity {
	const title = fold(source.title);
	const stem = stemOf(source.title);
	const isReport = title.includes(workReport);
	const meeting = meetingIn(title)?.name;
	const authors = (source.author ?? []).map(one => one.literal ?? '').join('\n');
	const place = isReport ? (placeIn(title) ?? placeIn(authors) ?? placeIn(fold(head))) : undefined;
	const year = /\d{4}(?=年|$)/.exec(title)?.[0] ?? source.issued?.slice(0, 4) ?? /\d{4}(?=年)/.exec(fold(head))?.[0];
	return present({
		stem,
		isReport,
		reporter: isReport ? reporterIn(authors, head) : undefined,
		isLaw: isLawName(stem) || source.type === 'legislation',
		place,
		year,
		meeting,
	});
}

/** A line of its own that says who gave a report: 江苏省省长 刘小涛. */
const reporterLine = /(?:总理|省长|主席|市长|区长|县长|州长)[\s\u3000]+(\S[\s\u3000]?\S{1,3})$/m;

function reporterIn(authors: string, head: string): string | undefined {
	return personIn(authors) ?? personIn(reporterLine.exec(head)?.[1] ?? '');
}

function personIn(name: string): string | undefined {
	return isPersonName(name) ? name.replace(/[\s\u3000]/g, '') : undefined;
}

/** The place a name is of: 南京 of 江苏省南京市, 江苏 of 江苏省, {@link wholeCountry}. Folded. */
export function placeIn(name: string): string | undefined {
	const inProvince = province.exec(name);
	const rest = inProvince
		? name.slice(inProvince.index + inProvince[0].length).replace(/^(?:省|市|(?:\p{Script=Han}{1,3})?自治区)/u, '')
		: name;
	const inCity = city.exec(rest)?.[1];
	if (inCity !== undefined && !/^[我本全各该省]/.test(inCity)) return inCity;
	if (inProvince) return inProvince[0];
	return country.test(name) ? wholeCountry : undefined;
}
