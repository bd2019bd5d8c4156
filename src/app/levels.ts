// How much a finding matters to a person: what the core says, unless settings say otherwise for its code or its family;
// and what a review need not look for, because nobody wants to see it.
import type { Finding, FindingCode, Severity } from '../core/draft/finding';
import { codesOf, findingFamilies, ruleOf, type Family } from '../core/rules/table';

/** What a person may want of a kind of findings. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** By code (`quotation.differs`) or family (`quotation`); the code counts where both are there. */
export type Levels = Readonly<Record<string, Level>>;

/** The level of a code, or nothing where the settings leave it to the core. */
export function levelOf(code: FindingCode, levels: Levels): Level | undefined {
	return levels[code] ?? levels[code.split('.')[0]!];
}

/** The findings a person wants to see, as heavy as they want them. */
export function weighed<F extends Finding>(findings: readonly F[], levels: Levels): F[] {
	return findings.flatMap(finding => {
		const level = levelOf(finding.code, levels);
		if (level === 'off') return [];
		return level === undefined || level === finding.severity ? [finding] : [{ ...finding, severity: level }];
	});
}

/** What is looked for under such settings. */
export function wantedUnder(levels: Levels): {
	readonly families: readonly Family[];
	readonly unwanted: readonly FindingCode[];
} {
	const isWanted = (code: FindingCode) => levelOf(code, levels) !== 'off';
	const families = findingFamilies();
	return {
		families: families.filter(family => settableCodes(family).some(isWanted)),
		unwanted: families.flatMap(settableCodes).filter(code => !isWanted(code)),
	};
}

/** The codes that settings speak of. */
function settableCodes(family: Family): readonly FindingCode[] {
	return codesOf(family).filter(code => !ruleOf(code).onlyAll);
}
