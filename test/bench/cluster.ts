// Some real nodes of the engine on the loopback that share an index: started, killed as a machine that fails, and started again.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineNode, startNode as StartNode } from '../../scripts/engine/node.mjs';

/** So often it is looked, two minutes each time, whether all is there. */
const mostLooks = 5;
/** Milliseconds between two looks whether a piece of work has ended. */
const lookInterval = 1000;

export interface ClusterOptions {
	/** So many of the nodes, the first, may lead the others: else all. */
	readonly managers?: number;
	/** Megabytes of heap of a node. */
	readonly heap?: number;
	/** Further settings of each node, as `name=value`. */
	readonly settings?: readonly string[];
}

/** Ports that nobody listens to just now. */
async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer());
	await Promise.all(
		servers.map(server => new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))),
	);
	const ports = servers.map(server => (server.address() as AddressInfo).port);
	await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
	return ports;
}

export class Cluster {
	private readonly nodes: (EngineNode | undefined)[] = [];
	private readonly folder = mkdtempSync(join(tmpdir(), 'policy-writing-cluster-'));

	private constructor(
		private readonly startNode: typeof StartNode,
		private readonly ports: readonly number[],
		private readonly transports: readonly number[],
		private readonly options: Required<ClusterOptions>,
	) {}

	/** Starts so many nodes, and waits until they are one. */
	static async start(
		count: number,
		{ managers = count, heap = 512, settings = [] }: ClusterOptions = {},
	): Promise<Cluster> {
		const { startNode } = (await import(pathToFileURL(join(process.cwd(), 'scripts/engine/node.mjs')).href)) as {
			startNode: typeof StartNode;
		};
		const ports = await freePorts(count * 2);
		const cluster = new Cluster(startNode, ports.slice(0, count), ports.slice(count), {
			managers,
			heap,
			settings,
		});
		try {
			await Promise.all(ports.slice(0, count).map((_, at) => cluster.restart(at)));
			await cluster.healthy(count);
		} catch (error) {
			await cluster.close();
			throw error;
		}
		return cluster;
	}

	get count(): number {
		return this.ports.length;
	}

	/** Bytes that an index takes, one copy of it and with all of them. */
	async bytes(index: string): Promise<{ readonly one: number; readonly all: number }> {
		interface Stored {
			readonly store: { readonly size_in_bytes: number };
		}
		const { _all } = await this.get<{ readonly _all: Readonly<Record<'primaries' | 'total', Stored>> }>(
			`/${index}/_stats/store`,
		);
		return { one: _all.primaries.store.size_in_bytes, all: _all.total.store.size_in_bytes };
	}

	/** Changes settings of an index while it is used. */
	async set(index: string, settings: Readonly<Record<string, string | number | null>>): Promise<void> {
		const { acknowledged } = await this.send<{ readonly acknowledged?: boolean }>(
			'PUT',
			`/${index}/_settings`,
			settings,
		);
		if (!acknowledged) throw new Error(`${index} has not taken ${JSON.stringify(settings)}`);
	}

	/** Makes each part of an index one piece on the disk, as after a first filling. */
	async merge(index: string): Promise<void> {
		const path = `/${index}/_forcemerge?max_num_segments=1&wait_for_completion=false`;
		const { task } = await this.send<{ readonly task: string }>('POST', path);
		for (;;) {
			await new Promise(resolve => setTimeout(resolve, lookInterval));
			if ((await this.get<{ readonly completed: boolean }>(`/_tasks/${task}`)).completed) return;
		}
	}

	address(at: number): string {
		return `http://127.0.0.1:${this.ports[at] ?? 0}`;
	}

	/** Starts a node, anew with its data where it was killed. */
	async restart(at: number): Promise<void> {
		const { managers, heap, settings } = this.options;
		const names = this.ports.slice(0, managers).map((_, nth) => `node-${nth}`);
		this.nodes[at] = await this.startNode({
			folder: this.folderOf(at),
			port: this.ports[at] ?? 0,
			heap,
			settings: [
				`node.name=node-${at}`,
				`transport.port=${this.transports[at] ?? 0}`,
				`discovery.seed_hosts=${this.transports.map(port => `127.0.0.1:${port}`).join(',')}`,
				`cluster.initial_cluster_manager_nodes=${names.join(',')}`,
				...(at < managers ? [] : ['node.roles=data']),
				...settings,
			],
		});
	}

	/** Kills a node: nothing of it is written or said any more. */
	async kill(at: number): Promise<void> {
		await this.nodes[at]?.kill();
		this.nodes[at] = undefined;
	}

	/** Starts another node in the place of one that was killed: it has nothing yet. */
	async replace(at: number): Promise<void> {
		rmSync(this.folderOf(at), { recursive: true, force: true });
		await this.restart(at);
	}

	/** Waits until so many nodes are there and every part has all its copies. */
	async healthy(count: number): Promise<void> {
		const query = `wait_for_status=green&wait_for_nodes=${count}&wait_for_no_relocating_shards=true&timeout=120s`;
		for (let tries = 0; tries < mostLooks; tries++)
			if (!(await this.get<{ readonly timed_out: boolean }>(`/_cluster/health?${query}`)).timed_out) return;
		throw new Error(`${count} nodes have not come together in time`);
	}

	/** What the first node answers. */
	get<T>(path: string): Promise<T> {
		return this.send<T>('GET', path);
	}

	private async send<T>(method: string, path: string, body?: object): Promise<T> {
		const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
		return (await (await fetch(this.address(0) + path, { method, ...content })).json()) as T;
	}

	private folderOf(at: number): string {
		return join(this.folder, String(at));
	}

	async close(): Promise<void> {
		await Promise.all(this.nodes.map(async node => node?.kill()));
		rmSync(this.folder, { recursive: true, force: true });
	}
}
