// Why a group's library could not be asked, in one line, Chinese then English.

import type { EngineFault } from '../../core/search/library/transport';

/** By the fault: what it is, and what to do. */
export const faultWords: Readonly<Record<EngineFault, string>> = {
	slow: '服务器没有及时回答 the server has not answered in time',
	unreachable: '连不上服务器 the server cannot be reached',
	authority:
		'服务器的证书出自本机不信任的证书机构：请用 --ca 写明该机构的证书文件，或核对写的那个文件 the certificate of the server is from an authority that is not trusted here: name the file of that authority with --ca, or look whether the one that is named is the right one',
	certificate:
		'服务器的证书已过期，或不是给这个地址的，请找管服务器的人 the certificate of the server is too old or for another address: whoever runs the server can renew it',
	denied:
		'服务器不认这个用户名和口令（或密钥）：请核对 --user 和 POLICY_WRITING_PASSWORD，或 POLICY_WRITING_API_KEY the server does not know this name and password, or key: look at --user and POLICY_WRITING_PASSWORD, or at POLICY_WRITING_API_KEY',
	forbidden:
		'这个用户没有做这件事的权限：请管服务器的人给（查要读权限，推送要写权限，建索引还要建的权限） this name may not do this: whoever runs the server gives the right (to read, to write, to make the index)',
	absent:
		'服务器上没有这个索引：请核对索引名，或先用 library push 建 there is no such index on the server: look at its name, or make it with library push',
	foreign:
		'这个地址上的不是 OpenSearch 协议的服务器：请核对地址（连同端口和路径） what answers at this address does not speak OpenSearch’s protocol: look at the address, with its port and path',
	version:
		'索引是较早的版本建的，请管服务器的人用 library migrate 迁移，或换一个 --index 重新推送 the index is of an older version: whoever runs the server brings it to this one with library migrate; or push to another --index',
	newer: '索引是较新的版本建的，请更新本程序 the index is of a newer version: update this program',
	migrating:
		'索引正在迁移到新版本，暂时不能写入，请稍后再推 the index is just being brought to a new version and not written to: push again later',
	full: '服务器的磁盘满了，只能查、不能写：请管服务器的人腾出空间再推（已写入的都在） the disk of the server is full, so it is read but not written to: whoever runs it makes room, then push again (what is written stays)',
	locked:
		'索引被设成只读，不能写入：请管服务器的人解除 the index was closed for writing: whoever runs the server opens it again',
	busy: '服务器太忙，请稍后再试 the server has too much to do: try again later',
	part: '服务器的一部分没有回答 a part of the server has not answered',
	failed: '服务器出错 the server has failed',
};
