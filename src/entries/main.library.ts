// Entry of what is loaded only when somebody has set the address of a group's library: the one file that opens
// connections, and only to that address.
export { connect } from '../app/library/connection';
