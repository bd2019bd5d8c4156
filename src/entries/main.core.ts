// Entry of what answers about terms, citations and quotations: loaded when the first of them is asked for, so that
// starting is quick.
export { createFinisher } from '../core/citations/finisher';
export { mergePacks } from '../core/corpus/merge';
export { createPolicyService, createService, NormalizedTexts, SharedCounts } from '../core/service';
