// Entry of what is loaded only where people have packs or libraries of their own: the YAML, schema and pinyin
// libraries are in this file.
export { createLibraryTools } from '../core/citations/exchange/tools';
export { compilePack } from '../core/corpus/compile';
export { readPack } from '../core/corpus/yaml/read';
export { createPinyinReader } from '../core/text/pinyinReader';
export { createPackTools } from '../core/corpus/tools';
export { wordProblem } from '../core/messages/packs/problems';
export { ignorableCodes } from '../core/corpus/ignorable';
