// What two threads say to each other: types alone, for both sides are built apart.

/** One thing that can be asked: what comes with the question, what is answered, what is told on the way. */
export interface Exchange {
	readonly request: object;
	readonly answer: unknown;
	readonly progress?: unknown;
}

/** Everything that can be asked of a thread, by the type of the request. */
export type ContractOf<C> = { readonly [T in keyof C]: Exchange };

/** A request of a contract, of one type or of any. */
export type RequestOf<C extends ContractOf<C>, T extends keyof C = keyof C> = {
	[K in T]: { readonly type: K } & C[K]['request'];
}[T];

/** What a request is answered. */
export type AnswerOf<C extends ContractOf<C>, R extends { readonly type: keyof C }> = C[R['type']]['answer'];

/** What requests of a type, or of any, are told on the way; `never` where that is nothing. */
export type ProgressOf<C extends ContractOf<C>, T extends keyof C = keyof C> = {
	[K in T]: C[K] extends { readonly progress: infer P } ? P : never;
}[T];

/** Nobody waits for the answer to the request with this id any more. */
export interface Cancel {
	readonly type: 'cancel';
}

/** A request on its way, or its cancellation. */
export interface Asked<C extends ContractOf<C>> {
	readonly id: number;
	readonly request: RequestOf<C> | Cancel;
}

/** Every request gets one value or one error; before that there may be news of progress, where the contract has any. */
export type Answered<C extends ContractOf<C>> =
	| { readonly id: number; readonly value: unknown }
	| { readonly id: number; readonly error: string }
	| ([ProgressOf<C>] extends [never] ? never : { readonly id: number; readonly progress: ProgressOf<C> });

/** The other thread, as either of them sees it. */
export interface Port<Out, In> {
	post(message: Out): void;
	/** `ended`: the other thread is gone without having been asked to go, and why. */
	listen(heard: (message: In) => void, ended: (why: string) => void): void;
	/** Ends the other thread at once, whatever it is doing; on the side of the thread, ends that itself. */
	end(): void;
}

/** A thread that is asked. */
export type AskedPort<C extends ContractOf<C>> = Port<Asked<C>, Answered<C>>;

/** Whoever asks, as the thread sees it. */
export type AskingPort<C extends ContractOf<C>> = Port<Answered<C>, Asked<C>>;

/** Why there is no answer: it took too long, the person stopped it, or the thread failed. */
export type NoAnswer = 'time' | 'stopped' | 'failed';

/** What becomes of a request. */
export type Reply<T> = { readonly value: T } | { readonly none: NoAnswer; readonly why: string };
