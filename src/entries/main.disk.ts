// Entry of what is loaded only when something is written to a disk: locks, and files that are put in the place of
// others.
export { takeLock } from '../workers/lock/lockFile';
export { moveOver } from '../workers/lock/moveOver';
