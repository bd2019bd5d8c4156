// Packs as people have them: sound ones, broken ones, ones with links, and ones that come out of other programs.
import type { Tree } from '../../support/hosts';

const utf16 = (text: string): Uint8Array => {
	const bytes = new Uint8Array(2 + text.length * 2);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, true);
	for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), true);
	return bytes;
};

const info = 'id: mine\ntitle: 我的\n';

/** Every pack lies in `mine`, with whatever its links lead to beside it. */
export const packs: Readonly<Record<string, Tree>> = {
	'a sound pack of every kind': {
		'mine/pack.yaml': info,
		'mine/terms/a.yaml': '- { id: qingke, term: 青稞, aliases: [裸大麦], wrong: [青棵], english: highland barley }\n',
		'mine/sources/a.yaml': '- { id: zhi-2020, type: book, title: 高原志, missing: [publisher] }\n',
		'mine/citations/a.yaml':
			'- { id: c1, kind: quotation, text: 青稞是高原的主要粮食。, speaker: 某人, source: zhi-2020, terms: [qingke] }\n',
		'mine/formulations/a.yaml': '- { id: f1, text: "以{方向}为主攻方向", category: 措施 }\n',
		'mine/ignore.yaml': '- { code: wording, text: 青棵, reason: 书名如此 }\n',
	},
	'no pack.yaml, a folder with a Chinese name in it': {
		'mine/terms/a.yaml': '- { id: a, term: 青稞 }\n',
		'mine/terms/方言/b.yaml': '- { id: b, term: 牦牛 }\n',
	},
	'records that break their form, and the rest beside them': {
		'mine/pack.yaml': info,
		'mine/terms/a.yaml':
			'- id: a\n  term: "词\n- id: b\n  term: 语\n  englsh: word\n- { id: B, term: 大写 }\n- { id: c }\n- 文字\n- { id: d, term: 5 }\n- { id: d2, term: 甲, pinyin: "jia3" }\n',
		'mine/sources/a.yaml':
			'- { id: s-p3, type: book, title: 书, issued: 2024-02-30 }\n- { id: s2, type: nonsense, title: 书 }\n',
		'mine/citations/a.yaml': '- { id: x, kind: figure, text: 没有数, source: nowhere }\n',
		'mine/formulations/a.yaml': '- { id: f, text: "以{方向为主" }\n',
	},
	'ids twice, unknown references, words twice': {
		'mine/pack.yaml': info,
		'mine/terms/a.yaml': '- { id: a, term: 青稞, related: [gone] }\n- { id: a, term: 牦牛 }\n',
		'mine/terms/b.yaml': '- { id: b, term: 青稞, wrong: [牦牛] }\n- { id: e, term: 新质生产力 }\n',
		'mine/citations/a.yaml':
			'- { id: c, kind: point, text: 一样的话, source: gone }\n- { id: c2, kind: point, text: 一样的话, source: gone }\n',
	},
	'what the shipped pack has too, and what completes it': {
		'mine/pack.yaml': info,
		'mine/terms/a.yaml': '- { id: xinzhi-shengchanli, term: 新质生产力 }\n',
		'mine/sources/a.yaml':
			'- { extends: jinguanping-2024, page: 03 }\n- { extends: nowhere, page: 1 }\n- { extends: xinzhi-shengchanli, page: 1 }\n',
	},
	'documents with and without a head, empty ones, one twice, hidden reports': {
		'mine/pack.yaml': info,
		'mine/documents/a.md':
			'---\nid: jianghua\ntype: speech\ntitle: 讲话\n---\n\n# 讲话\n\n第一段话。\n\n> 第二段话。\n',
		'mine/documents/2024/b.md': '---\nid: jianghua\ntype: speech\ntitle: 讲话\n---\n\n第一段话。\n',
		'mine/documents/none.md': '没有头。\n',
		'mine/documents/open.md': '---\nid: open\n',
		'mine/documents/empty.md': '---\nid: empty\ntype: book\ntitle: 空\n---\n',
		'mine/documents/bad.md': '---\nid: bad\ntype: book\n---\n\n话。\n',
		'mine/documents/.left/out.md': '不是文献\n',
		'mine/documents/notes.txt': '不是文献\n',
	},
	'files that are no text, or not in UTF-8': {
		'mine/pack.yaml': `\uFEFF${info.replaceAll('\n', '\r\n')}`,
		'mine/terms/gbk.yaml': Uint8Array.from([0x2d, 0x20, 0xd0, 0xc2, 0xd6, 0xca, 0x0a]),
		'mine/terms/binary.yaml': Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]),
		'mine/terms/wide.yaml': utf16('- { id: w, term: 宽 }\n'),
		'mine/terms/bom.yaml': '\uFEFF- { id: b, term: 青稞, englsh: x }\n',
		'mine/documents/gbk.md': Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xd0, 0xc2]),
	},
	'files where none belong': {
		'mine/pack.yaml': info,
		'mine/notes.yaml': '- 笔记\n',
		'mine/terms.yaml': '- { id: t, term: 青稞 }\n',
		'mine/package.json': '{}',
		'mine/term/typo.yaml': '- { id: never, term: 牦牛 }\n',
		'mine/.hidden.yaml': '- { id: hidden, term: 藏 }\n',
		'mine/terms/.swap.yaml': '- { id: swap, term: 换 }\n',
		'mine/README.md': '说明\n',
	},
	'links: to files, to a folder, to nothing, in a circle': {
		'mine/pack.yaml': info,
		'mine/terms/a.yaml': '- { id: a, term: 青稞 }\n',
		'mine/terms/b.yaml': { link: '../../elsewhere/b.yaml' },
		'mine/terms/gone.yaml': { link: 'nowhere.yaml' },
		'mine/terms/loop.yaml': { link: 'loop.yaml' },
		'mine/terms/up': { link: '..' },
		'mine/sources': { link: '../books' },
		'mine/formulations': { link: 'formulations' },
		'elsewhere/b.yaml': '- { id: b, term: 牦牛 }\n',
		'books/c.yaml': '- { id: c, type: book, title: 志 }\n',
	},
	'a folder called like a file, a file called like a folder': {
		'mine/pack.yaml': info,
		'mine/terms/folder.yaml/a.yaml': '- { id: a, term: 青稞 }\n',
		'mine/documents': '不是文件夹',
	},
	'JSON in place of YAML, aliases, an empty file': {
		'mine/pack.json': '{ "id": "mine", "title": "我的" }',
		'mine/terms/a.json': '[{ "id": "a", "term": "青稞" }]',
		'mine/terms/b.yaml': '- &x { id: b, term: 牦牛 }\n- *x\n',
		'mine/terms/c.yml': '',
		'mine/terms/d.yaml': '# 只有说明\n',
	},
	'quotations too long, traditional words, half-width marks, noise': {
		'mine/pack.yaml': info,
		'mine/sources/a.yaml': '- { id: s, type: book, title: 书 }\n',
		'mine/citations/a.yaml': `- { id: long, kind: quotation, text: ${'很长的话'.repeat(60)}, speaker: 某人, source: s }\n- { id: trad, kind: quotation, text: 發展新質生產力, source: s }\n- { id: half, kind: quotation, text: "要发展,要改革", speaker: 某人, source: s }\n`,
		'mine/terms/a.yaml': '- { id: t, term: 青稞 , usage: "见http://x" }\n',
	},
	'a pack that only says what to leave out': { 'mine/ignore.yaml': '- { code: wording.wrong, text: 青棵 }\n' },
};
