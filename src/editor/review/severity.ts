// How much a finding matters to a person: what the core says, unless the settings say otherwise for its code or its
// family.
import type { Finding, FindingCode, Severity } from '../../core/service';

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
