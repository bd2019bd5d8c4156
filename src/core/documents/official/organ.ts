// Names of organs: what a text must look like to be one, and how several are told apart.

const endings = [
	'政府|人民政府|办公厅|办公室|委员会|常务委员会|国务院|中共中央|中央|军委',
	'[\\p{Script=Han}]{1,12}(?:部|委|局|厅|署|院|会|办|处|组|行|台|司|站|社|中心|调查队|总队|支队|大队|法院|检察院|总局|党组|党委|团委|省委|市委|县委|区委|机关|集团|公司|大学|学院|协会|联合会|总会|学会|基金会|领导小组|指挥部|大会|开发区|政协|公安|海关)',
].join('|');
const organ = new RegExp(`^[\\p{Script=Han}（）()·]{0,40}?(?:${endings})(?:[（(][^（）()]{1,12}[）)])?$`, 'u');
/** Ends of sentences and of titles, people, and what pages have on buttons. */
const none = /[，。；：！？“”《》、]|关于|的|网站$|网$|日报|栏目|专栏|返回|来源|首页|登录|搜索|通知|意见|附件/;

/** Whether a text is the name of an organ by its form. */
export function isOrgan(text: string): boolean {
	const name = text.trim();
	return name.length >= 2 && name.length <= 40 && !none.test(name) && organ.test(name.replace(/\s/g, ''));
}

/** The organs a text names, and nothing where it names anything else. */
export function organsOf(text: string): readonly string[] {
	const line = spacedName(text.trim());
	if (line === '') return [];
	const parts = line.split(/\s*[、，,;；|]\s*|\s+/).filter(part => part !== '');
	if (parts.every(isOrgan)) return [...new Set(parts.flatMap(partedOrgans))];
	return isOrgan(line) ? [line.replace(/\s+/g, '')] : [];
}

const central = '中共中央办公厅|国务院办公厅|最高人民法院|最高人民检察院|公安部|国家安全部|司法部|中共中央|国务院';
const sideBySide = new RegExp(`^(?:${central}){2,}$`);

/** Organs of the centre that a page sets side by side with nothing between them. */
function partedOrgans(name: string): readonly string[] {
	return sideBySide.test(name) ? (name.match(new RegExp(central, 'g')) ?? [name]) : [name];
}

/** A name whose characters are set apart (财　政　部) is one name. */
function spacedName(text: string): string {
	return /^(?:\p{Script=Han}[\s\u3000]+){2,}\p{Script=Han}$/u.test(text) ? text.replace(/\s+/g, '') : text;
}

/** What a title that begins with organs has behind them. */
const behindOrgan = /^(.{2,60}?)(?:关于|印发|批转|转发)/;
/** 镇巴县人民政府工作规则 */
const ofGovernment = /^(\p{Script=Han}{2,20}?人民政府(?:办公厅|办公室)?)(?!(?:文件|公报|公告|通告|令)$)/u;
const several = /^(.{2,20}?)等(?:[一二三四五六七八九十\d]{1,3}|多|几)?(?:个)?(?:部门|部委|单位|机关|委|局)$/;

/** The organs a title of an official paper begins with: 国务院办公厅关于…的意见, 教育部等五部门关于…. */
export function organsOfTitle(title: string): readonly string[] {
	const before = (behindOrgan.exec(title)?.[1] ?? ofGovernment.exec(title)?.[1])?.trim();
	if (before === undefined) return [];
	const first = several.exec(before)?.[1];
	if (first !== undefined) return organsOf(first).length > 0 ? [before] : [];
	return organsOf(before);
}

/** The head of the first page of a paper (某市人民政府文件), which is no title. */
export function isLetterhead(line: string): boolean {
	const organ = /^(.{2,40}?)(?:文件|公报)$/.exec(line.trim())?.[1];
	return organ !== undefined && isOrgan(organ);
}

/** Whether a line says whom a paper goes to (主送机关): 各县（市、区）人民政府，市各委、办、局： */
export function isAddressee(line: string): boolean {
	const words = /^(.{2,200})[:：]$/.exec(line.trim())?.[1];
	return words !== undefined && (/^[^。！？；，、]{0,6}各[^。！？；]+$/.test(words) || organsOf(words).length > 0);
}
