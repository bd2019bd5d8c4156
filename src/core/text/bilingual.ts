// What people read, in the two languages of this program.

/** One text in Chinese and in English; whoever shows it chooses one, or prints both. */
export interface Bilingual {
	readonly zh: string;
	readonly en: string;
}

/** Both languages in one line, for terminals and logs. */
export function inBoth({ zh, en }: Bilingual): string {
	return `${zh} | ${en}`;
}

/** A list as each language writes it. */
export function listed(parts: readonly Bilingual[]): Bilingual {
	return { zh: parts.map(one => one.zh).join('，'), en: parts.map(one => one.en).join(', ') };
}

/** The same in both languages: a name, a key, a number. */
export function alike(text: string): Bilingual {
	return { zh: text, en: text };
}

/**
 * A date as precise as it is known: 2024年1月31日, in English as records have it (2024-01-31). What is no date stays as
 * it is.
 */
export function dateWords(date: string): Bilingual {
	const [year, month, day] = date.split('-');
	if (!year || !/^\d{4}(-\d\d){0,2}$/.test(date)) return alike(date);
	const part = (digits: string | undefined, unit: string) => (digits ? `${Number(digits)}${unit}` : '');
	return { zh: `${year}年${part(month, '月')}${part(day, '日')}`, en: date };
}
