// Asks the thread that writes Word files; what takes too long, or is stopped, ends the thread.
import { Channel } from '../channel/channel';
import type { NoAnswer } from '../channel/contract';
import type { WordContract, WordPort } from './protocol';

/** Why there is no file. */
export class WordStopped extends Error {
	constructor(
		readonly none: NoAnswer,
		why: string,
	) {
		super(why);
	}
}

/** One export: a thread of its own, which ends with it. */
export class WordClient {
	private readonly channel: Channel<WordContract, WordPort>;

	constructor(port: WordPort) {
		this.channel = new Channel(port);
	}

	async open(
		text: string,
		language: WordContract['open']['request']['language'],
	): Promise<WordContract['open']['answer']> {
		return valueOf(await this.channel.ask({ type: 'open', text, language }).reply);
	}

	async copy(
		style: WordContract['copy']['request']['style'],
		sources: WordContract['copy']['request']['sources'],
		options: WordContract['copy']['request']['options'],
	): Promise<WordContract['copy']['answer']> {
		return valueOf(await this.channel.ask({ type: 'copy', style, sources, options }).reply);
	}

	async read(
		style: WordContract['read']['request']['style'],
		sources: WordContract['read']['request']['sources'],
		options: WordContract['read']['request']['options'],
	): Promise<WordContract['read']['answer']> {
		return valueOf(await this.channel.ask({ type: 'read', style, sources, options }).reply);
	}

	async write(
		layout: WordContract['write']['request']['layout'],
		pictures: WordContract['write']['request']['pictures'],
		template: WordContract['write']['request']['template'],
	): Promise<WordContract['write']['answer']> {
		return valueOf(await this.channel.ask({ type: 'write', layout, pictures, template }).reply);
	}

	/** Ends the thread; whoever waits is told why. */
	end(none: NoAnswer): void {
		this.channel.end(none, none);
	}
}

function valueOf<T>(reply: { readonly value: T } | { readonly none: NoAnswer; readonly why: string }): T {
	if ('value' in reply) return reply.value;
	throw new WordStopped(reply.none, reply.why);
}
