// Entry of what is loaded only when a person imports documents or asks what was left out of one: questions, forms, writing.
// Knows nothing of how documents are read: that happens in a thread of its own.
export { createDocumentTools } from './editor/documentTools';
