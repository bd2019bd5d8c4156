// Entry of what assistants are given: loaded when a tool is called for the first time.
export { createAssistantTools } from '../editor/assistants/tools';
