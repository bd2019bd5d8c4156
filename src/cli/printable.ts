// What is printed, made harmless for a terminal: what comes of files and drafts may hold sequences that move the
// cursor, rename the window or turn the direction of a line.

/** Control characters but the line end and the tab, and marks that turn the direction of text. */
const harmful = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text with such characters written as JSON escapes them; a text that is JSON says the same as before. */
export function printable(text: string): string {
	return text.replace(harmful, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
