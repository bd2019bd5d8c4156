// The title of a printed page: the largest print above all prose, and no numbered heading.
import { expect, test } from 'vitest';
import type { Joined } from '../../../src/core/documents/pdf/paragraphs';
import { printedTitle } from '../../../src/core/documents/pdf/title';

const line = (text: string, size = 10): Joined => ({ text, size, page: 1, centred: false, breaks: [] });
const prose = line('为提升社区服务水平，结合我市实际，经市政府同意，现就有关工作提出以下意见。');

test.each([
	['the largest print', [line('江城市统计公报', 18), prose, line('一、综合', 14), prose], '江城市统计公报'],
	[
		'a heading below prose is none',
		[line('论平台治理'), line('李明'), prose, line('研究背景与问题', 14), prose],
		undefined,
	],
	['nor a numbered one', [line('各区县人民政府：'), line('一、总体要求', 16), prose, prose], undefined],
	[
		'a sentence in large print is not prose',
		[line('让我们为社区的老人做一点实实在在的事情，就从今天开始。', 14), line('社区倡议书', 18), prose, prose],
		'社区倡议书',
	],
])('%s', (_, paragraphs, title) => {
	expect(printedTitle(paragraphs)?.text).toBe(title);
});
