// Entry of what stands around a draft that is written: loaded when the first of it is asked for.
export { createDraftingTools } from '../editor/drafting/tools';
