// Entry of what is loaded only when documents are imported: the readers of formats and their libraries are in this
// file.
export { defaultLimits } from '../core/documents/document';
export { readFileWith } from '../core/documents/importer';
export { Planner } from '../core/documents/plan';
export { createDocumentReaders } from '../core/documents/readers';
export { tableHome } from '../core/documents/table/known';
export { recordsIn } from '../core/documents/table/table';
