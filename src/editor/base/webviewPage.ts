// The document a page's script and style sheet run in: nothing from anywhere but our own dist folder, nothing inline.
import * as vscode from 'vscode';

/** The only folder the page may read from. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'dist');
}

/**
 * The HTML of the page whose script and style sheet have this name, with a content security policy that lets only our
 * script and style sheet in, by a nonce.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name = 'panel'): string {
	const at = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), file)).toString();
	const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(
		'',
	);
	const language = /^[A-Za-z-]+$/.test(vscode.env.language) ? vscode.env.language : 'en';
	return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="stylesheet" nonce="${nonce}" href="${at(`${name}.css`)}">
</head>
<body><div id="${name}"></div><script nonce="${nonce}" src="${at(`${name}.js`)}"></script></body>
</html>`;
}
