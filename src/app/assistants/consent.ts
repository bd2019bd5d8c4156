// Whether passages of a person's documents may go to an assistant: as the settings say, as the person said before, or
// as they say now. One question at a time.
import type { Handover } from './holdings';

/** What the settings say: `workspace`: documents in the folders of the workspace may go out, others after a yes. */
export type Say = 'ask' | 'workspace' | 'always' | 'never';
/** A yes: to these passages, to all until the window closes, to all documents of the workspace. */
export type Yes = 'these' | 'window' | 'workspace';

export interface Person {
	says(): Say;
	isOfWorkspace(source: string): boolean;
	/** Asks; nothing where it is no yes. `kinds`: the answers there are besides no. */
	ask(handover: Handover, kinds: readonly Yes[]): PromiseLike<Yes | undefined>;
	/** Writes `workspace` into the settings of the workspace. */
	keepWorkspace(): PromiseLike<void>;
}

export class Consent {
	/** The person has said yes for as long as this window is open. */
	private isGiven = false;
	private asking: Promise<unknown> = Promise.resolve();

	constructor(private readonly person: Person) {}

	allow(handover: Handover): Promise<boolean> {
		const answer = this.asking.then(() => this.decide(handover));
		this.asking = answer.catch(() => undefined);
		return answer;
	}

	private async decide(handover: Handover): Promise<boolean> {
		const { person } = this;
		const says = person.says();
		if (says === 'never') return false;
		if (says === 'always' || this.isGiven) return true;
		// A yes to the documents of the workspace is none to others.
		const isOfWorkspace = handover.sources.length > 0 && handover.sources.every(id => person.isOfWorkspace(id));
		if (says === 'workspace' && isOfWorkspace) return true;
		const yes = await person.ask(handover, isOfWorkspace ? ['these', 'window', 'workspace'] : ['these', 'window']);
		if (yes === 'workspace') await person.keepWorkspace();
		if (yes === 'window') this.isGiven = true;
		return yes !== undefined;
	}
}
