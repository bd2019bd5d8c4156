// Entry of what is loaded only when a person imports documents, asks what was left out of one, or exports a draft:
// questions, forms, writing.
export { createDocumentTools } from '../editor/documents/tools';
export { changesFromWord } from '../editor/word/changesFromWord';
export { exportToWord } from '../editor/word/exportWord';
export { exportFinishedCopy } from '../editor/references/finishedCopy';
export { mayExport } from '../editor/review/mayExport';
