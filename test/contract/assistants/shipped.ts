// The shipped corpus as the tools are answered from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type CompiledPack, type PolicyService } from '../../../src/core/service';

export function shippedRecords(): PolicyService {
	const file = join(import.meta.dirname, '../../../dist/corpus.json');
	return createService([{ compiled: JSON.parse(readFileSync(file, 'utf8')) as CompiledPack }]).service;
}
