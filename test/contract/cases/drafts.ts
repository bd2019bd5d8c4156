// Drafts that between them have every kind of finding, every form of citation, and every kind of library.
import type { Tree } from '../../support/hosts';

/** A pack of a person's own, which the drafts are held against. */
export const pack: Tree = {
	'mine/pack.yaml': 'id: mine\ntitle: 我的\n',
	'mine/documents/report-2012.md':
		'---\nid: report-2012\ntype: report\ntitle: 政府工作报告\nauthor: [{ literal: 某省人民政府 }]\nissued: 2012-01-10\n---\n\n各位代表：\n\n要加快转变经济发展方式，推动产业结构优化升级。\n\n粮食产量达到1200万吨，比上年增长百分之五。要守住耕地红线，保障粮食安全。\n',
	'mine/sources/a.yaml':
		'- { id: zhi-2020, type: book, title: 高原志, author: [{ literal: 才让 }], publisher: 某社, publisher-place: 西宁, issued: 2020 }\n',
	'mine/terms/a.yaml':
		'- { id: qingke, term: 青稞, wrong: [青棵] }\n- { id: liangan, term: 粮食安全保障, supersedes: [粮安保障] }\n- { id: shuanggao, term: 碳达峰碳中和, aliases: [双碳] }\n',
	'mine/citations/a.yaml':
		'- { id: liangshi, kind: figure, text: 粮食产量达到1200万吨。, value: 1200, unit: 万吨, year: 2011, source: report-2012, paragraph: 3 }\n- { id: hongxian, kind: quotation, text: 要守住耕地红线，保障粮食安全。, speaker: 王某, date: 2012-01-10, source: report-2012, paragraph: 3 }\n',
	'mine/ignore.yaml': '- { code: wording, text: 青棵庄 }\n',
};

/** Libraries of other programs, in every format, sound and broken. */
export const libraries: Tree = {
	'drafts/refs.bib':
		'@book{own2020, title={青海志}, author={张三 and 李四}, address={西宁}, publisher={某社}, year={2020}}\n@article{half2021, title={半篇}, author={王五}}\n',
	'drafts/refs.json':
		'[{"id":"json2019","type":"article-journal","title":"牦牛研究","author":[{"literal":"赵六"}],"container-title":"某刊","issued":{"date-parts":[[2019,3]]}}]',
	'drafts/refs.yaml':
		'references:\n- id: yaml2018\n  type: book\n  title: 青稞记\n  author: [{literal: 钱七}]\n  issued: 2018\n',
	'drafts/refs.ris': 'TY  - BOOK\nID  - ris2017\nTI  - 高原行\nAU  - 孙八\nPY  - 2017\nER  - \n',
	'drafts/broken.bib': '@book{ok2016, title={可读}, author={周九}, year={2016}}\n@book{open2016, title={没完',
	'drafts/gbk.bib': Uint8Array.from([0x40, 0x62, 0x6f, 0x6f, 0x6b, 0x7b, 0xd0, 0xc2, 0x7d]),
	'shared.bib': '@book{shared2015, title={共用}, author={吴十}, address={北京}, publisher={某社}, year={2015}}\n',
};

const naming = (libraries: string, text: string) => `---\nbibliography: ${libraries}\n---\n\n${text}`;

/** Every draft lies in `drafts`. */
export const drafts: Readonly<Record<string, string | Uint8Array>> = {
	'verbatim.md': '报告说，“加快转变经济发展方式”[^report-2012-p2]。\n\n[^report-2012-p2]: 政府工作报告\n',
	'differs.md': '各地要坚持“加快改变经济发展方式，推动产业结构优化升级”。\n\n见[^report-2012]。\n',
	'form.md': '报告说，“加快转变经济发展方式,推动产业结构优化升级”。\n',
	'spliced.md': '报告强调，“推动产业结构优化升级，保障粮食安全”。\n',
	'unknown.md': '有人说，“谁也没有说过这样一句很长很长的话，无论在什么地方”。\n',
	'attribution.md':
		'李某指出：“要守住耕地红线，保障粮食安全。”\n\n“要加快转变经济发展方式，推动产业结构优化升级”[@zhi-2020]。\n',
	'unattributed.md': '这说明，科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。\n',
	'uncited.md': '总书记在黑龙江考察时提出“整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。”\n',
	'traditional.md':
		'總書記在黑龍江考察時指出，整合科技創新資源，引領發展戰略性新興產業和未來產業，加快形成新質生產力。\n',
	'near.md': '支持提高科技成果转化率和产业化水平，形成合力。\n',
	'near2.md': '新质生产力由技术颠覆性突破、生产要素创新性配置、产业深度转型升级而催生。\n',
	'wrong.md': '发展新质生产利，种好青棵，青棵庄除外。\n',
	'superseded.md': '要做好粮安保障工作，再次强调粮安保障。\n',
	'inconsistent.md': '数智化技术很重要。\n\n数智化技术平台。\n\n发展数智技术。\n\n数智技术基地。\n',
	'figure.md': '2011年，粮食产量达到1300万吨。\n',
	'figure2.md':
		'全省粮食产量达到1200万吨，国家先进制造业集群已有54个。\n\n国家先进制造业集群已有54个[@jinguanping-2024]。\n',
	'punctuation.md': '他说：“没有关上的引号。\n\n要发展,要改革;要开放(试点)。\n',
	'structure.md': '## 总则。\n\n（一）乙\n\n一、丙\n\n二、丁\n\n（二）戊\n\n（四）己\n',
	'ignored.md':
		'<!-- policy-writing: ignore -->\n各地要坚持“加快改变经济发展方式”。\n\n<!-- policy-writing: ignore wording.wrong -->\n种好青棵。\n',
	'footnotes.md': '甲[^x]乙[^report-2012]丙[^zhi-2020-p3]\n\n[^y]: 没有人引\n\n[^report-2012]: 手写的注\n',
	'width.md': '甲［^1］乙[＠zhi-2020]\n\n[^1]：注\n',
	'twice.md': '甲[^x]乙[^x]\n\n[^x]: 一\n\n[^x]: 二\n',
	'keys.md': '甲[@zhi-2020, 第3页]乙[@nokey; @report-2012]丙[-@zhi-2020]\n',
	'list.md':
		'甲[@zhi-2020]\n\n<!-- policy-writing: references -->\n\n1. 旧的\n\n<!-- /policy-writing: references -->\n',
	'tex.tex': '甲\\cite{zhi-2020}乙\\cite{nokey}。“加快改变经济发展方式，推动产业结构优化升级”\n',
	'plain.txt': '甲[1]，“加快改变经济发展方式，推动产业结构优化升级”。\n\n[1] 才让．高原志．\n',
	'bib.md': naming('refs.bib', '甲[@own2020]乙[@half2021]丙[@nokey]\n'),
	'json.md': naming('refs.json', '甲[@json2019]丙[@nokey]\n'),
	'yaml.md': naming('refs.yaml', '甲[@yaml2018]丙[@nokey]\n'),
	'ris.md': naming('refs.ris', '甲[@ris2017]丙[@nokey]\n'),
	'several.md': naming('[refs.bib, refs.ris]', '甲[@own2020]乙[@ris2017]丙[@json2019]\n'),
	'broken.md': naming('broken.bib', '甲[@ok2016]乙[@open2016]\n'),
	'gone.md': naming('gone.bib', '甲[@own2020]\n'),
	'word.md': naming('refs.docx', '甲[@own2020]\n'),
	'gbk.md': naming('gbk.bib', '甲[@own2020]\n'),
	'web.md': naming('https://example.org/refs.bib', '甲[@own2020]\n'),
	'share.md': naming('//server/share/refs.bib', '甲[@own2020]\n'),
	'workplace.md': naming('shared.bib', '甲[@shared2015]乙[@nokey]\n'),
	'bibtex.tex': '\\addbibresource{refs.bib}\n甲\\autocite{own2020}\\cite{nokey}\n',
	'crlf.md': '\uFEFF第一行。\r\n\r\n报告说，“加快改变经济发展方式，推动产业结构优化升级”。\r\n',
	'empty.md': '',
	'table.md':
		'| 项 | 说 |\n| --- | --- |\n| 一 | “加快改变经济发展方式，推动产业结构优化升级” |\n\n```\n种好青棵\n```\n\n> 种好青棵\n',
	'below/deep.markdown': '种好青棵。\n',
};

/** Files beside the drafts that are none, or cannot be read, and links. */
export const others: Tree = {
	'drafts/encoding.md': Uint8Array.from([0xff, 0x31, 0xff, 0x32, 0x80, 0xff]),
	'drafts/binary.txt': Uint8Array.from([0x50, 0x4b, 0x00, 0x00]),
	'drafts/report.md': '# 审阅报告\n\n<!-- policy-writing: report -->\n\n种好青棵。\n',
	'drafts/.hidden/a.md': '种好青棵。\n',
	'drafts/node_modules/a/readme.md': '种好青棵。\n',
	'drafts/picture.png': Uint8Array.from([1, 2, 3]),
	'drafts/same.md': { link: 'wrong.md' },
	'drafts/out.md': { link: '../outside.md' },
	'drafts/up': { link: '..' },
	'drafts/dead.md': { link: 'nowhere.md' },
	'drafts/kept.md': { link: '.hidden/a.md' },
	'outside.md': '种好青棵。\n',
};
