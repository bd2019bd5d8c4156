// Entry of the library that ranks what is nearly right: read with the first search that finds too little.
export { fuseOver } from '../core/search/fuse';
