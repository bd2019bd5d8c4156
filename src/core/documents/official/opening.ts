// What rules begin with: why and after which others they are laid down.

/** 为正确审理……案件，根据……规定，制定本解释。 */
export function isOpening(line: string): boolean {
	return line.length <= longestOpening && opening.test(line);
}

const longestOpening = 600;
const opening = new RegExp(
	[
		'^(?:为|根据|依据|按照|依照|经).*(?:制定本|作出(?:如下|以下)|(?:解释|规定|通知|批复|答复|决定|公告|通告|安排|说明|补充)如下',
		'|(?:提出|制定)(?:如下|以下)(?:意见|措施|规定)|作(?:如下|以下)(?:解释|规定|决定|补充))',
		'|[，。]经[^。，]{2,20}同意，现[^。]{0,12}(?:提出|制定|作出)(?:如下|以下)(?:意见|措施|规定|决定)[。：:]$',
	].join(''),
);
