// What is said of a group's library: how it stands, and why it cannot be asked.
import * as vscode from 'vscode';
import type { EngineFault } from '../../app/library/connection';

const t = vscode.l10n.t;

/** How it stands with the library. */
export type Standing =
	| { readonly is: 'address' | 'index' | 'authority' | 'untrusted' | 'unasked' | 'connecting' }
	| { readonly is: 'connected'; readonly documents: number }
	| { readonly is: 'away'; readonly fault: EngineFault };

/** Why it cannot be asked, in a sentence. */
const faults: Readonly<Record<EngineFault, () => string>> = {
	slow: () => t('The server of the group’s library does not answer in time.'),
	unreachable: () => t('The server of the group’s library cannot be reached.'),
	authority: () =>
		t(
			'The certificate of the group’s library’s server is not from an authority that is trusted here: if your group has its own, write its file into the setting policyWriting.library.certificateAuthority; if it is there, ask whoever runs the server for the right one.',
		),
	certificate: () =>
		t(
			'The certificate of the group’s library’s server is too old, or for another address: whoever runs the server can renew it.',
		),
	denied: () => t('The server of the group’s library wants a name and password, or a key, that it knows.'),
	forbidden: () =>
		t(
			'This name and password, or key, may not do this in the group’s library: whoever runs the server gives the right.',
		),
	absent: () =>
		t(
			'The server has no library of this name: look at the setting policyWriting.library.index, or push documents to make it.',
		),
	foreign: () =>
		t(
			'What answers at the address of the group’s library is no such server: look at the setting policyWriting.library.server, with its port and path.',
		),
	version: () =>
		t(
			'The group’s library was made by an older version of Policy Writing: whoever runs the server brings it to this one (library migrate).',
		),
	newer: () => t('The group’s library was made by a newer version of Policy Writing: update the extension.'),
	migrating: () =>
		t('The group’s library is just being brought to a new version and not written to; push again later.'),
	full: () =>
		t(
			'The disk of the group’s library’s server is full, so it is read but not written to: whoever runs it makes room.',
		),
	locked: () => t('The group’s library was closed for writing: whoever runs the server opens it again.'),
	busy: () => t('The server of the group’s library has too much to do.'),
	part: () => t('A part of the group’s library does not answer, so some of its passages may be missing.'),
	failed: () => t('The server of the group’s library has failed; the log (Output: Policy Writing) says how.'),
};

export function faultSentence(fault: EngineFault): string {
	return faults[fault]();
}

/** The item of the status bar: icon and words in short. */
export function shortWords(standing: Standing): string {
	switch (standing.is) {
		case 'address':
		case 'index':
		case 'authority':
			return `$(warning) ${t('Group’s library: setting')}`;
		case 'untrusted':
			return `$(circle-slash) ${t('Group’s library: restricted')}`;
		case 'unasked':
			return `$(debug-disconnect) ${t('Group’s library: not connected')}`;
		case 'connecting':
			return `$(sync~spin) ${t('Group’s library')}`;
		case 'connected':
			return `$(library) ${t('Group’s library')}`;
		case 'away':
			return awayWords(standing.fault);
	}
}

function awayWords(fault: EngineFault): string {
	if (fault === 'denied' || fault === 'forbidden') return `$(key) ${t('Group’s library: sign in')}`;
	if (fault === 'authority' || fault === 'certificate') return `$(warning) ${t('Group’s library: certificate')}`;
	if (fault === 'part') return `$(warning) ${t('Group’s library: in part')}`;
	return `$(debug-disconnect) ${t('Group’s library: own only')}`;
}

/** The same in a sentence, for whoever rests the mouse on it. */
export function longWords(standing: Standing): string {
	switch (standing.is) {
		case 'address':
			return t(
				'The setting policyWriting.library.server is no address: https://…, on this machine also http://…, without name and password.',
			);
		case 'index':
			return t(
				'The setting policyWriting.library.index is to be the name of the library: small letters, digits and . _ -',
			);
		case 'authority':
			return t(
				'The file in the setting policyWriting.library.certificateAuthority cannot be read, or holds no certificate (PEM or DER).',
			);
		case 'untrusted':
			return t('Restricted Mode: the group’s library is not asked for words of a folder that is not trusted.');
		case 'unasked':
			return t('Nothing is sent to the group’s library before you say yes. Click to connect.');
		case 'connecting':
			return t('The group’s library is being asked.');
		case 'connected':
			return t('The group’s library is searched with your own documents: {0} documents.', standing.documents);
		case 'away':
			return faultSentence(standing.fault);
	}
}

/** What stands above a list that lacks the group's passages; empty where it lacks none. */
export function missingWords(standing: Standing, isWaiting: boolean): string {
	if (standing.is === 'away') {
		if (standing.fault === 'part') return faultSentence('part');
		return `${t('Only your own documents were searched.')} ${faultSentence(standing.fault)}`;
	}
	return isWaiting ? t('The group’s library has not answered yet; its passages follow.') : '';
}

/** What is asked before anything is sent. */
export function consentWords(server: string, index: string): string {
	return t(
		'Connect to the group’s library “{1}” on {0}? Sent there, and nowhere else: words you search for or count in a timeline, terms and formulations you rest the mouse on, and which of your own sources have those words (so that none is counted twice); quotations that are checked, with or without quotation marks, and words that may be slips; the ids of documents you open or cite, keys in your draft that no source here has, and documents you push. The rest of a draft stays here.',
		server,
		index,
	);
}
