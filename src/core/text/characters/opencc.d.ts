// Declares the one dictionary module of opencc-js that fold.ts takes; the package has no types for its parts.
// Must not declare more than is imported.

declare module 'opencc-js/dict/TSCharacters' {
	/** Entries `traditional simplified`, separated by `|`. */
	const entries: string;
	export default entries;
}
