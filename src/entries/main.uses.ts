// Entry of what is counted over all documents at once, timelines and proposed terms, and of the review of a draft's
// structure: read when the first is asked for.
export { documentSetOf } from '../core/terms/uses/documentSet';
export { searchFitting } from '../core/citations/find/fitting';
export { structureFindings } from '../core/review/structure/structure';
