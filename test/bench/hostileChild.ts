// Reads one hostile input in a process of its own, so that its time and memory are its own: `<name of the case> <size>`.

import { hostileCases } from './hostileInputs';

const [name, size] = process.argv.slice(2);
const one = hostileCases.find(each => each.name === name);
if (!one) throw new Error(`no case ${String(name)}`);
const { bytes, read } = one.make(Number(size));
const before = process.memoryUsage.rss();
// The time of the processor: what else the machine does is no cost of the reader's.
const begin = process.cpuUsage();
const outcome = await read();
const { user, system } = process.cpuUsage(begin);
const ms = (user + system) / 1000;
const peak = process.resourceUsage().maxRSS / 1024 - before / 1_048_576;
console.log(JSON.stringify({ bytes, ms, memory: Math.max(0, peak), outcome }));
