// Entry of what is loaded only when a person imports documents, asks what was left out of one, or exports a draft to
// Word: questions, forms, writing.
export { createDocumentTools } from '../editor/documents/tools';
export { exportToWord } from '../editor/word/exportWord';
