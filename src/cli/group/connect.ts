// The group's library that the flags of a command name.

import { resolve } from 'node:path';
import type { GroupConnection } from '../../app/library/connection';
import type { Credentials, Fetch } from '../../app/library/fetchEngine';
import { text } from '../args';
import type { Args, Options } from '../command';
import { UsageError, type Io } from '../io';

/** Flags of a command that asks a group's library. */
export const groupOptions: Options = {
	server: { type: 'string' },
	index: { type: 'string' },
	user: { type: 'string' },
	ca: { type: 'string' },
};

/** Flags of a question that is put to a group's library, too (of `search`, `--index` is a folder). */
export const groupSearchOptions: Options = {
	server: { type: 'string' },
	library: { type: 'string' },
	user: { type: 'string' },
	ca: { type: 'string' },
};

/** What `--help` says of them. */
export const groupDetails: readonly string[] = [
	'--server  地址，https，本机可用 http | the address: https, on this machine also http',
	'--user    用户名，口令取自环境变量 POLICY_WRITING_PASSWORD；或只设 POLICY_WRITING_API_KEY | a name, with the password in POLICY_WRITING_PASSWORD; or POLICY_WRITING_API_KEY alone',
	'--ca      服务器证书所属证书机构的文件（PEM 或 DER），单位有自己的证书机构时用 | the file (PEM or DER) of the authority of the server’s certificate, where a group has its own',
];

const faults = {
	server: () =>
		'--server 应为 https 地址（本机可用 http），不带用户名和口令 must be an https address (on this machine also http) without name and password',
	index: (flag: string) => `--${flag} 只能用小写字母、数字和 . _ - must be of small letters, digits and . _ -`,
} as const;

/**
 * Connects to it; nothing is asked yet. A missing or wrong flag is a usage error. `flag`: the one that names the index
 * (of `search`, `--index` is a folder).
 */
export async function connectGroup(
	args: Args,
	io: Pick<Io, 'cwd'>,
	flag: 'index' | 'library' = 'index',
): Promise<GroupConnection> {
	const [server, index] = [text(args, 'server'), text(args, flag)];
	if (server === undefined || index === undefined)
		throw new UsageError(
			`请写明 --server 和 --${flag} name the server and the index: --server https://… --${flag} name`,
		);
	// A file of its own in the build, the only one that opens connections.
	const { connect } = await import('../../app/library/connection');
	const fetch = await fetchOf(text(args, 'ca'), io);
	const connection = connect({ server, index, credentials: credentialsOf(text(args, 'user')), fetch, clock });
	if (typeof connection === 'string') throw new UsageError(faults[connection](flag));
	return connection;
}

/** What asks a server whose certificate is from the authority in a file. */
async function fetchOf(file: string | undefined, io: Pick<Io, 'cwd'>): Promise<Fetch | undefined> {
	if (file === undefined) return undefined;
	const { fetchWithAuthority } = await import('../../workers/tls/authority');
	const fetch = await fetchWithAuthority(resolve(io.cwd, file));
	if (!fetch)
		throw new UsageError(`--ca 不是证书文件（PEM 或 DER） is no file with certificates (PEM or DER): ${file}`);
	return fetch;
}

/** No flag has a password: others see the flags of a command. */
function credentialsOf(user: string | undefined): Credentials | undefined {
	const { POLICY_WRITING_PASSWORD: password, POLICY_WRITING_API_KEY: token } = process.env;
	if (user !== undefined) {
		if (password === undefined)
			throw new UsageError(
				'口令请放在环境变量 POLICY_WRITING_PASSWORD 里 put the password into POLICY_WRITING_PASSWORD',
			);
		return { user, password };
	}
	return token === undefined ? undefined : { kind: 'ApiKey', token };
}

const clock = {
	now: () => Date.now(),
	wait: (milliseconds: number) => new Promise<void>(resolve => void setTimeout(resolve, milliseconds)),
};
