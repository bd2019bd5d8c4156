// Sources → CSL-JSON, as every program that reads it takes it. What only packs have stands under `custom`, where CSL
// 1.0.2 has a place for such things.

import type { Source } from '../../corpus/records';
import { customName, dateFields, packFields } from './fields';
import { dateObject } from './normalize';

/** A CSL-JSON file of the sources, one item after the other. */
export function writeCslJson(sources: readonly Source[]): string {
	return `${JSON.stringify(sources.map(toCsl), null, '\t')}\n`;
}

/** The CSL-JSON item of a source. */
export function toCsl(source: Source): Readonly<Record<string, unknown>> {
	const item: Record<string, unknown> = {};
	const own: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(source)) {
		if (value === undefined) continue;
		if ((packFields as readonly string[]).includes(field)) own[field] = value;
		else item[field] = dateFields.has(field) && typeof value === 'string' ? dateObject(value) : value;
	}
	return Object.keys(own).length > 0 ? { ...item, custom: { [customName]: own } } : item;
}
