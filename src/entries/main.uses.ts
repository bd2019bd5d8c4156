// Entry of what is counted over all documents at once, timelines and proposed terms: read when the first is asked for.
export { documentSetOf } from '../core/terms/uses/documentSet';
export { searchFitting } from '../core/citations/find/fitting';
