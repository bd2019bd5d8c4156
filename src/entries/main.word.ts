// Entry of what is loaded only when a draft is written as a Word file: the libraries for Markdown and Word are in this
// file.
export { createWordTools } from '../core/word/tools';
