// Each process that runs tests says after every file how much processor time it has taken so far.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { processorTimes } from './processorBudget';

afterAll(() => {
	const { user, system } = process.cpuUsage();
	mkdirSync(processorTimes, { recursive: true });
	writeFileSync(join(processorTimes, String(process.pid)), String((user + system) / 1000));
});
