// The person's own index, a group's on an engine (here a stand-in with the answers of a real node) and both together answer alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { GroupLibrary } from '../../src/core/search/library/groupLibrary';
import { standIn, type Recording, type StandIn } from '../support/engineStandIn';
import { everyLibraryAnswers } from './cases/everyLibrary';
import { countingLibrary, filledLibrary } from './cases/groupLibrary';
import { migratesAsItShould } from './cases/migrate';
import { pushesAsItShould } from './cases/push';

const recording = JSON.parse(readFileSync(join(import.meta.dirname, 'recorded/engine.json'), 'utf8')) as Recording;

let engine: StandIn;
let group: GroupLibrary;
beforeAll(async () => {
	engine = await standIn(recording);
	group = await filledLibrary(engine.address);
});
afterAll(async () => {
	await engine.close();
	// Other requests want other answers: RECORD=1 npm run test:engine has a real node give them.
	expect(engine.unknown).toEqual([]);
});

everyLibraryAnswers(
	() => group,
	() => countingLibrary(engine.address),
);

describe('pushing', () => {
	pushesAsItShould(() => engine.address);
});

describe('another version', () => {
	migratesAsItShould(() => engine.address);
});
