// The shipped corpus as the tools are answered from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type CompiledPack, type PolicyService } from '../../../src/core/service';

/** The shipped corpus as it is compiled. */
export function shippedPack(): CompiledPack {
	return JSON.parse(readFileSync(join(import.meta.dirname, '../../../dist/corpus.json'), 'utf8')) as CompiledPack;
}

export function shippedRecords(): PolicyService {
	return createService([{ compiled: shippedPack() }]).service;
}
