// Every finding code with its rule, in the order of what matters to who signs the draft. A code is its row here, its
// rule and a test; types, settings, ignore.yaml, the README's table and both languages follow.

import type { Bilingual } from '../text/bilingual';
import { figureDiffers } from './figure/differs';
import { libraryKind } from './library/kind';
import { libraryMissing } from './library/missing';
import { punctuationHalfwidth } from './punctuation/halfwidth';
import { punctuationUnbalanced } from './punctuation/unbalanced';
import { quotationAttribution } from './quotation/attribution';
import { quotationDiffers } from './quotation/differs';
import { quotationForm } from './quotation/form';
import { quotationSpliced } from './quotation/spliced';
import { quotationUnattributed } from './quotation/unattributed';
import { quotationUncited } from './quotation/uncited';
import { quotationUnknown } from './quotation/unknown';
import { quotationVerbatim } from './quotation/verbatim';
import { referenceMissing } from './reference/missing';
import { referenceOther } from './reference/other';
import { referenceUndefined } from './reference/undefined';
import { referenceUnused } from './reference/unused';
import { referenceWidth } from './reference/width';
import type { Names, Rule } from './rule';
import { structureLevel } from './structure/level';
import { structureNumber } from './structure/number';
import { structureTitle } from './structure/title';
import { wordingInconsistent } from './wording/inconsistent';
import { wordingNear } from './wording/near';
import { wordingSuperseded } from './wording/superseded';
import { wordingWrong } from './wording/wrong';

const rules = {
	'quotation.differs': quotationDiffers,
	'quotation.attribution': quotationAttribution,
	'quotation.spliced': quotationSpliced,
	'figure.differs': figureDiffers,
	'wording.wrong': wordingWrong,
	'wording.near': wordingNear,
	'reference.undefined': referenceUndefined,
	'library.missing': libraryMissing,
	'library.kind': libraryKind,
	'reference.width': referenceWidth,
	'reference.other': referenceOther,
	'quotation.unattributed': quotationUnattributed,
	'quotation.form': quotationForm,
	'wording.superseded': wordingSuperseded,
	'wording.inconsistent': wordingInconsistent,
	'quotation.unknown': quotationUnknown,
	'quotation.uncited': quotationUncited,
	'reference.missing': referenceMissing,
	'reference.unused': referenceUnused,
	'structure.level': structureLevel,
	'structure.number': structureNumber,
	'structure.title': structureTitle,
	'punctuation.unbalanced': punctuationUnbalanced,
	'punctuation.halfwidth': punctuationHalfwidth,
	'quotation.verbatim': quotationVerbatim,
} satisfies Readonly<Record<`${Family}.${string}`, Rule<never>>>;

/** What holds for all codes of a family. */
export interface FamilyRow {
	/** Looked at only where a person asks for it: off in the settings, and left out by `check` without `--only`. */
	readonly asked?: true;
	/** What is looked at, in a list: quotations, numbers. */
	readonly called: Bilingual;
	/** What the settings call it. */
	readonly setting: Bilingual;
}

/** Families of codes, in the order in which people choose them. */
const families = {
	quotation: {
		called: { zh: '引语', en: 'quotations' },
		setting: { zh: '关于引语的全部问题', en: 'All findings about quotations' },
	},
	wording: {
		called: { zh: '用语', en: 'wording' },
		setting: { zh: '关于用语的全部问题', en: 'All findings about wording' },
	},
	figure: {
		called: { zh: '数字', en: 'numbers' },
		setting: { zh: '关于数字的全部问题', en: 'All findings about figures' },
	},
	punctuation: {
		asked: true,
		called: { zh: '标点', en: 'punctuation' },
		setting: {
			zh: '关于标点的全部问题（默认不检查）',
			en: 'All findings about punctuation (off unless you say otherwise)',
		},
	},
	structure: {
		asked: true,
		called: { zh: '结构', en: 'structure' },
		setting: {
			zh: '关于公文结构的全部问题（默认不检查；导出公文格式前检查）',
			en: 'All findings about structure (off unless you say otherwise; looked at before an official document is exported)',
		},
	},
	reference: {
		called: { zh: '引注', en: 'references' },
		setting: { zh: '关于参考文献的全部问题', en: 'All findings about references' },
	},
	library: {
		called: { zh: '文献库', en: 'libraries' },
		setting: { zh: '关于文稿所写文献库的全部问题', en: 'All findings about the libraries a draft names' },
	},
} satisfies Readonly<Record<string, FamilyRow>>;

export type Family = keyof typeof families;
/** What a review looks for: references and libraries are checked beside it. */
export type ReviewFamily = Exclude<Family, 'reference' | 'library'>;

/** Codes of findings: stable, since drafts, packs and settings name them. */
export type FindingCode = keyof typeof rules;

/** The codes of a family. */
export type CodeOf<F extends Family> = Extract<FindingCode, `${F}.${string}`>;

/** What a finding of each code says. */
export type FindingData = { readonly [C in FindingCode]: Parameters<(typeof rules)[C]['sentence']>[0] };

/** A rule without the sentence, whose data only its own findings have. */
export type RuleRow = Omit<Rule<never>, 'sentence'>;

/** The row of a code. */
export function ruleOf(code: FindingCode): RuleRow {
	return rules[code];
}

/** Every code, the most important first. */
export function findingCodes(): readonly FindingCode[] {
	return Object.keys(rules) as FindingCode[];
}

/** Every family, in the order in which people choose them. */
export function findingFamilies(): readonly Family[] {
	return Object.keys(families) as Family[];
}

/** Those that are looked at when nothing is asked for. */
export function reviewedFamilies(): readonly Family[] {
	return findingFamilies().filter(family => !familyOf(family).asked);
}

/** The row of a family. */
export function familyOf(family: Family): FamilyRow {
	return families[family];
}

/** The codes of a family, the most important first. */
export function codesOf<F extends Family>(family: F): readonly CodeOf<F>[] {
	return findingCodes().filter((code): code is CodeOf<F> => code.startsWith(`${family}.`));
}

/** The rules by code, each with the data of its own findings. */
const byCode: { readonly [C in FindingCode]: Rule<FindingData[C]> } = rules;

/** A finding in a sentence, in both languages. */
export function sentenceOf<C extends FindingCode>(code: C, data: FindingData[C], names: Names): Bilingual {
	return byCode[code].sentence(data, names);
}
