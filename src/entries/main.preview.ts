// Entry of what draws citations in the Markdown preview: read when VS Code's Markdown support first wants it.
export { drawCitations } from '../editor/preview/markdownPlugin';
