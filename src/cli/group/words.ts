// Why a group's library could not be asked, in one line, Chinese then English.

import type { EngineFault } from '../../core/search/library/transport';

/** By the fault: what it is, and what to do. */
export const faultWords: Readonly<Record<EngineFault, string>> = {
	slow: '服务器没有及时回答 the server has not answered in time',
	unreachable: '连不上服务器 the server cannot be reached',
	denied:
		'用户名、口令或权限不够：写入要有写权限 this name and password may not do this: to write takes the right to write',
	absent: '服务器上没有这个索引 there is no such index on the server',
	version:
		'索引是别的版本建的，请用同一版本，或换一个 --index 重新推送 the index is of another version: take the same version, or push to another --index',
	busy: '服务器太忙，请稍后再试 the server has too much to do: try again later',
	part: '服务器的一部分没有回答 a part of the server has not answered',
	failed: '服务器出错 the server has failed',
};
