// What a finding of the review is called in an answer.
import type { Finding } from '../../core/draft/finding';
import type { Facts } from '../../core/rules/rule';

/** What a quotation is, by the code that says so. */
const verdicts: Readonly<Partial<Record<Finding['code'], string>>> = {
	'quotation.verbatim': 'verbatim',
	'quotation.form': 'form',
	'quotation.differs': 'differs',
	'quotation.spliced': 'spliced',
	'quotation.attribution': 'attribution',
	'quotation.unknown': 'unknown',
};

/** What a finding says that a quotation is. Words left out where that is marked are words of the source. */
export function verdictOf(finding: Finding): string | undefined {
	const verdict = verdicts[finding.code];
	if (verdict !== 'spliced') return verdict;
	const { how, marked, changes = [], original }: Facts = finding.data;
	const isHonest = how === 'elided' && marked === true && changes.length === 0 && original !== undefined;
	return isHonest ? 'verbatim' : verdict;
}
