// Answers where a piece of JavaScript could open a network connection, by its syntax tree.
// Must not run the code, nor know what it is for.
import ts from 'typescript';

/** Modules of Node that reach the network, or start something that could. */
const modules = new Set([
	'http',
	'https',
	'http2',
	'net',
	'tls',
	'dgram',
	'dns',
	'dns/promises',
	'child_process',
	'cluster',
	'inspector',
	'inspector/promises',
	'undici',
	'ws',
	'repl',
	'wasi',
]);
/** Globals that do, in Node, in a worker or in a page. */
const globals = new Set([
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebSocketStream',
	'EventSource',
	'RTCPeerConnection',
	'WebTransport',
	'importScripts',
]);
/** Names by which a global is also reached. */
const roots = new Set(['globalThis', 'window', 'self', 'global', 'top', 'parent', 'frames']);
/** Members that do, whatever they are called on. */
const members = new Set(['sendBeacon', 'getBuiltinModule', 'createRequire', '_linkedBinding']);

/**
 * Every use that could open a connection, as `what (at offset)`. `allow` names members that were looked at and are fine for this file.
 * A module that is named only at run time is reported as well: nobody can say which it is.
 */
export function networkUses(code: string, allow: ReadonlySet<string> = new Set()): string[] {
	const found: string[] = [];
	const report = (what: string, node: ts.Node) => {
		if (!allow.has(what)) found.push(`${what} (at ${node.getStart()})`);
	};
	const named = (node: ts.Expression | undefined, at: ts.Node, by: string) => {
		if (!node || !ts.isStringLiteralLike(node)) {
			report(`${by} of a module named at run time`, at);
			return;
		}
		const name = node.text.replace(/^node:/, '');
		if (modules.has(name)) report(name, at);
	};
	const declares = (node: ts.Identifier) =>
		(ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
		((ts.isMethodDeclaration(node.parent) ||
			ts.isPropertyDeclaration(node.parent) ||
			ts.isGetAccessor(node.parent) ||
			ts.isSetAccessor(node.parent) ||
			ts.isEnumMember(node.parent)) &&
			node.parent.name === node);
	const look = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			named(node.arguments[0], node, 'import');
		else if (
			ts.isCallExpression(node) &&
			ts.isIdentifier(node.expression) &&
			/^(require|__require)$/.test(node.expression.text)
		)
			named(node.arguments[0], node, 'require');
		else if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
			named(node.moduleSpecifier, node, 'import');
		else if (ts.isPropertyAccessExpression(node)) {
			if (members.has(node.name.text)) report(node.name.text, node);
			if (globals.has(node.name.text) && ts.isIdentifier(node.expression) && roots.has(node.expression.text))
				report(node.name.text, node);
		} else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
			const name = node.argumentExpression.text;
			if (globals.has(name) || members.has(name)) report(name, node);
		} else if (
			ts.isIdentifier(node) &&
			globals.has(node.text) &&
			!declares(node) &&
			!(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
		) {
			report(node.text, node);
		}
	};
	// With a list of its own: in a minified file trees are deeper than the stack of calls may be.
	const open: ts.Node[] = [ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)];
	for (let node = open.pop(); node; node = open.pop()) {
		look(node);
		const children: ts.Node[] = [];
		ts.forEachChild(node, child => void children.push(child));
		open.push(...children.reverse());
	}
	return found;
}
