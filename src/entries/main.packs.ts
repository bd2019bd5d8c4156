// Entry of what is loaded only where people have packs or libraries of their own: the YAML, schema and pinyin
// libraries are in this file.
export { createLibraryTools } from '../core/citations/exchange/tools';
export { createPackTools } from '../core/corpus/tools';
export { wordProblem } from '../core/messages/packs/problems';
