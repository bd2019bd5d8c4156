// Entry of what is loaded only where people have packs of their own: the YAML, schema and pinyin libraries are in this file.
// Knows nothing of the editor.
export { createPackTools } from './core/corpus/tools';
