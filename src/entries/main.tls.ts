// Entry of what is loaded only when somebody has set an authority of their own for the certificate of a group's
// library: besides main.library the one file that opens connections, and only to the address it is given.
export { fetchWithAuthority } from '../workers/tls/authority';
