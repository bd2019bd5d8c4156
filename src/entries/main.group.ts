// Entry of the editor's part of a group's library: loaded when the address of one is set.
export { createGroupTools } from '../editor/library/tools';
