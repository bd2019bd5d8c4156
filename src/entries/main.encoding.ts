// Entry of what is loaded when a draft is in an older encoding than UTF-8.
export { decodeText } from '../core/documents/encoding';
