// Asks for the key to a group's library: a name and password, or a token.
import * as vscode from 'vscode';
import type { Credentials } from '../../app/library/fetchEngine';

const t = vscode.l10n.t;

/** What the person enters; nothing where they leave. */
export async function askKey(server: string): Promise<Credentials | undefined> {
	const ways = [
		{ label: t('Name and password'), scheme: 'Basic' },
		{ label: t('API key'), scheme: 'ApiKey' },
		{ label: t('Token (Bearer)'), scheme: 'Bearer' },
	];
	const way = await vscode.window.showQuickPick(ways, {
		title: t('Sign in to {0}', server),
		placeHolder: t('How does your group sign in? Whoever runs the server knows.'),
	});
	if (!way) return undefined;
	if (way.scheme !== 'Basic') {
		const token = await ask(way.label, true);
		return token === undefined ? undefined : { kind: way.scheme, token };
	}
	const user = await ask(t('Name'), false);
	const password = user === undefined ? undefined : await ask(t('Password of {0}', user), true);
	return user === undefined || password === undefined ? undefined : { user, password };
}

async function ask(prompt: string, password: boolean): Promise<string | undefined> {
	const entered = await vscode.window.showInputBox({ prompt, password, ignoreFocusOut: true });
	return entered === '' ? undefined : entered;
}
