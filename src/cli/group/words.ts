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
		'用户名、口令或权限不够：写入要有写权限 this name and password may not do this: to write takes the right to write',
	absent: '服务器上没有这个索引 there is no such index on the server',
	version:
		'索引是较早的版本建的，请管服务器的人用 library migrate 迁移，或换一个 --index 重新推送 the index is of an older version: whoever runs the server brings it to this one with library migrate; or push to another --index',
	newer: '索引是较新的版本建的，请更新本程序 the index is of a newer version: update this program',
	migrating:
		'索引正在迁移到新版本，暂时不能写入，请稍后再推 the index is just being brought to a new version and not written to: push again later',
	busy: '服务器太忙，请稍后再试 the server has too much to do: try again later',
	part: '服务器的一部分没有回答 a part of the server has not answered',
	failed: '服务器出错 the server has failed',
};
