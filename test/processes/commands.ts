// The built command line as processes, and packs for them.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const cli = resolve(import.meta.dirname, '../../dist/cli.mjs');

export interface Ended {
	/** Nothing where a signal ended it. */
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export interface Running {
	readonly child: ChildProcess;
	readonly ended: Promise<Ended>;
	/** Resolves when stderr has had this in it. */
	said(what: RegExp): Promise<void>;
}

/** Starts a command in a folder. */
export function start(cwd: string, ...args: readonly string[]): Running {
	const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
	let out = '';
	let err = '';
	const waiting: { readonly what: RegExp; readonly done: () => void }[] = [];
	child.stdout.setEncoding('utf8').on('data', data => (out += String(data)));
	child.stderr.setEncoding('utf8').on('data', data => {
		err += String(data);
		for (const one of waiting) if (one.what.test(err)) one.done();
	});
	return {
		child,
		ended: new Promise(done => child.on('close', code => done({ code, out, err }))),
		said: what => (what.test(err) ? Promise.resolve() : new Promise(done => void waiting.push({ what, done }))),
	};
}

/** A pack of so many documents with so many paragraphs each. */
export function makePack(folder: string, documents: number, paragraphs: number): void {
	mkdirSync(join(folder, 'documents'), { recursive: true });
	writeFileSync(join(folder, 'pack.yaml'), 'id: mine\ntitle: 我的语料\n');
	for (let i = 0; i < documents; i++) {
		const text = Array.from({ length: paragraphs }, (_, k) => `第${i}篇第${k}段，加快形成新质生产力，推动高质量发展。`);
		writeFileSync(
			join(folder, `documents/d${i}.md`),
			`---\nid: d${i}\ntype: book\ntitle: 题${i}\nissued: 2016-03-05\n---\n\n${text.join('\n\n')}\n`,
		);
	}
}
