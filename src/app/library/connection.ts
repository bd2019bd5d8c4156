// The way to a group's library, for the editor and the command line: nothing is asked before there is an address.

import type { PassageLibrary } from '../../core/search/index/engine';
import { Availability, type Away } from '../../core/search/library/availability';
import { BothLibraries } from '../../core/search/library/bothLibraries';
import { GroupLibrary } from '../../core/search/library/groupLibrary';
import { isIndexName } from '../../core/search/library/mapping';
import type { Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';
import { sendTo, serverAddress, type Credentials } from './fetchEngine';
import { Pusher, type PushOptions } from './push';

/** Where a group's library is, as a person sets it. */
export interface GroupAddress {
	readonly server: string;
	readonly index: string;
	readonly credentials?: Credentials | undefined;
}

/** What cannot be an address: that of the server (`https`, or `http` on this machine), or the name of the index. */
export type AddressFault = 'server' | 'index';

export interface ConnectionOptions extends GroupAddress {
	readonly clock: Clock;
	/** Told when the engine comes or goes. */
	onChange?(away: Away | undefined): void;
}

export class GroupConnection {
	readonly library: GroupLibrary;
	readonly availability: Availability;
	private readonly send: Send;

	constructor(private readonly options: ConnectionOptions) {
		const { server, index, credentials, clock } = options;
		this.send = sendTo(serverAddress(server) ?? server, credentials);
		this.library = new GroupLibrary({
			send: this.send,
			index,
			onPart: reason => this.availability.part(reason),
		});
		this.availability = new Availability({
			probe: () => this.library.check(),
			now: () => clock.now(),
			onChange: away => options.onChange?.(away),
		});
	}

	/** The group's documents and a person's own, where there are some, as one library. */
	with(own: PassageLibrary | undefined): BothLibraries {
		return new BothLibraries(own, this.library, this.availability);
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
