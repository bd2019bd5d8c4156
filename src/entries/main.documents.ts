// Entry of what is loaded only when a person imports documents, asks what was left out of one, exports a draft or wants
// a report: questions, forms, writing.
export { createDocumentTools } from '../editor/documents/tools';
export { citationQuestions } from '../editor/records/citationForm';
export { changesFromWord } from '../editor/word/changesFromWord';
export { remarkDone } from '../editor/word/remarkThreads';
export { exportToWord } from '../editor/word/exportWord';
export { exportFinishedCopy } from '../editor/references/finishedCopy';
export { mayExport } from '../editor/review/mayExport';
export { openReport } from '../editor/review/report/command';
