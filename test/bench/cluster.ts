// Some real nodes of the engine on the loopback that share an index: started, killed as a machine that fails, and started again.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineNode, startNode as StartNode } from '../../scripts/engine/node.mjs';

/** Megabytes of heap of a node. */
const heap = 512;

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
		private readonly managers: number,
	) {}

	/** Starts so many nodes, and waits until they are one; `managers`: so many of them, the first, may lead the others. */
	static async start(count: number, managers = count): Promise<Cluster> {
		const { startNode } = (await import(pathToFileURL(join(process.cwd(), 'scripts/engine/node.mjs')).href)) as {
			startNode: typeof StartNode;
		};
		const ports = await freePorts(count * 2);
		const cluster = new Cluster(startNode, ports.slice(0, count), ports.slice(count), managers);
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

	/** Bytes that an index takes, with its copies. */
	async bytes(index: string): Promise<number> {
		interface Stats {
			readonly _all: { readonly total: { readonly store: { readonly size_in_bytes: number } } };
		}
		return (await this.get<Stats>(`/${index}/_stats/store`))._all.total.store.size_in_bytes;
	}

	address(at: number): string {
		return `http://127.0.0.1:${this.ports[at] ?? 0}`;
	}

	/** Starts a node, anew with its data where it was killed. */
	async restart(at: number): Promise<void> {
		const names = this.ports.slice(0, this.managers).map((_, nth) => `node-${nth}`);
		this.nodes[at] = await this.startNode({
			folder: this.folderOf(at),
			port: this.ports[at] ?? 0,
			heap,
			settings: [
				`node.name=node-${at}`,
				`transport.port=${this.transports[at] ?? 0}`,
				`discovery.seed_hosts=${this.transports.map(port => `127.0.0.1:${port}`).join(',')}`,
				`cluster.initial_cluster_manager_nodes=${names.join(',')}`,
				...(at < this.managers ? [] : ['node.roles=data']),
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
		const query = `wait_for_status=green&wait_for_nodes=${count}&wait_for_no_relocating_shards=true&timeout=180s`;
		const { timed_out } = await this.get<{ readonly timed_out: boolean }>(`/_cluster/health?${query}`);
		if (timed_out) throw new Error(`${count} nodes have not come together in time`);
	}

	/** What the first node answers. */
	async get<T>(path: string): Promise<T> {
		return (await (await fetch(this.address(0) + path)).json()) as T;
	}

	private folderOf(at: number): string {
		return join(this.folder, String(at));
	}

	async close(): Promise<void> {
		await Promise.all(this.nodes.map(async node => node?.kill()));
		rmSync(this.folder, { recursive: true, force: true });
	}
}
