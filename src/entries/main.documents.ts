// Entry of what is loaded only when a person imports documents or asks what was left out of one: questions, forms,
// writing.
export { createDocumentTools } from '../editor/documents/tools';
