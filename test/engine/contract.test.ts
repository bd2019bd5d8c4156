// A real node answers as the person's own index does. With RECORD set its answers are kept for the stand-in of npm test.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { GroupLibrary } from '../../src/core/search/library/groupLibrary';
import { everyLibraryAnswers } from '../contract/cases/everyLibrary';
import { countingLibrary, filledLibrary } from '../contract/cases/groupLibrary';
import { migratesAsItShould } from '../contract/cases/migrate';
import { pushesAsItShould } from '../contract/cases/push';
import { standIn, type Recording, type StandIn } from '../support/engineStandIn';

const recording: Recording = {};
let between: StandIn;
let group: GroupLibrary;
beforeAll(async () => {
	between = await standIn(recording, inject('engine'));
	group = await filledLibrary(between.address);
});
afterAll(async () => {
	await between.close();
	if (!process.env.RECORD) return;
	const file = join(import.meta.dirname, '../contract/recorded/engine.json');
	// A request a line: what a new recording changes is seen.
	const lines = Object.entries(recording).map(([key, answers]) => `${JSON.stringify(key)}: ${JSON.stringify(answers)}`);
	writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
});

everyLibraryAnswers(
	() => group,
	() => countingLibrary(between.address),
);

describe('pushing', () => {
	pushesAsItShould(() => between.address);
});

describe('another version', () => {
	migratesAsItShould(() => between.address);
});
