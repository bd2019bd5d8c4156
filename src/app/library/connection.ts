// The way to a group's library, for the editor and the command line: nothing is asked before there is an address.

import type { PassageLibrary } from '../../core/search/index/engine';
import { Availability, type Away } from '../../core/search/library/availability';
import { BothLibraries } from '../../core/search/library/bothLibraries';
import { LateAnswers } from '../../core/search/library/lateAnswers';
import { GroupLibrary } from '../../core/search/library/groupLibrary';
import { isIndexName } from '../../core/search/library/mapping';
import { SeenPassages } from '../../core/search/library/seenPassages';
import type { EngineFault, Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';
import { sendTo, serverAddress, type Credentials, type Fetch } from './fetchEngine';
import { Migration, type MigrationAnswer, type MigrationOptions } from './migrate';
import { Pusher, type PushAnswer, type PushedDocument, type PushOptions } from './push';

export type { MigrationAnswer, Away, EngineFault, Fetch, PassageLibrary, PushAnswer, PushedDocument };

/** Where a group's library is, as a person sets it. */
export interface GroupAddress {
	readonly server: string;
	readonly index: string;
	readonly credentials?: Credentials | undefined;
	/** What sends requests to an `https` address; the platform's own where it is absent. */
	readonly fetch?: Fetch | undefined;
}

/** What cannot be an address: that of the server (`https`, or `http` on this machine), or the name of the index. */
export type AddressFault = 'server' | 'index';

export interface ConnectionOptions extends GroupAddress {
	readonly clock: Clock;
	/** Told when the engine comes or goes. */
	onChange?(away: Away | undefined): void;
	/** Told when hits came after own ones were given: asked again, they are there. Without it a search waits for them. */
	onArrival?(): void;
}

/** Milliseconds that a search waits for the group's hits where own ones can be shown before. */
const grace = 200;
/** … and that it may take where nobody waits for it. */
const searchPatience = 4000;

export class GroupConnection {
	readonly library: GroupLibrary;
	readonly availability: Availability;
	private readonly send: Send;
	private readonly late: LateAnswers | undefined;

	constructor(private readonly options: ConnectionOptions) {
		const { index, credentials, clock, onArrival } = options;
		const server = serverAddress(options.server) ?? options.server;
		// On this very machine there may be no certificate to look at.
		this.send = sendTo(server, credentials, server.startsWith('https:') ? options.fetch : undefined);
		this.library = new GroupLibrary({
			send: this.send,
			index,
			// Who writes on is offered what was seen; who asks once is not.
			...(onArrival && { searchPatience, seen: new SeenPassages(time => clock.wait(time)) }),
			onPart: reason => this.availability.part(reason),
		});
		this.availability = new Availability({
			probe: () => this.library.check(),
			now: () => clock.now(),
			onChange: away => {
				this.late?.forget();
				options.onChange?.(away);
			},
		});
		this.late = onArrival && new LateAnswers({ grace: () => clock.wait(grace), onArrival });
	}

	/** Whether hits of the group are still to come. */
	get waiting(): boolean {
		return this.late?.waiting === true;
	}

	/**
	 * The group's documents and a person's own, where there are some, as one library. `isPatient`: a search waits for the
	 * group's hits also where own ones could be given before.
	 */
	with(own: PassageLibrary | undefined, isPatient = false): BothLibraries {
		return new BothLibraries(own, this.library, this.availability, isPatient ? undefined : this.late);
	}

	/** Brings the library to the version of this program, if it is of an older one. */
	migration(options: Omit<MigrationOptions, 'index'>): Migration {
		return new Migration(this.send, this.options.clock, { ...options, index: this.options.index });
	}

	pusher(options: Omit<PushOptions, 'index'>): Pusher {
		return new Pusher(this.send, this.options.clock, { ...options, index: this.options.index });
	}
}

/** Connects to a group's library, without asking it anything; what is wrong with the address where it is none. */
export function connect(options: ConnectionOptions): GroupConnection | AddressFault {
	if (serverAddress(options.server) === undefined) return 'server';
	if (!isIndexName(options.index)) return 'index';
	return new GroupConnection(options);
}
