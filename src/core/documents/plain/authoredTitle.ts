// Titles that pages write with their author: 李大为：论平台治理; 李大为 | 论平台治理; 论平台治理/李大为.

import { namesOfLine } from '../../text/personName';
import { namesOf, type Evidence } from '../proved';
import { partsOf } from './titleParts';

/** What pages set before a title they hand on. */
const handedOn = /^【(?:转发|转载|置顶|推荐|原创)】\s*/;

/**
 * What is known of a text, its title without the name of the author. The name counts where the text proves that it is
 * the author's: a report on what somebody said (李大为：平台要守规矩) has such a title, too.
 */
export function authoredTitle<Found extends Partial<Evidence>>(found: Found, lines: readonly string[]): Found {
	const { title: written } = found;
	if (written === undefined || written.length > longestTitle) return found;
	const title = written
		.replace(handedOn, '')
		.replace(/(?<=.{4})[_|｜-]+$/, '')
		.trim();
	const parts = partsOf(title);
	if (!parts) return { ...found, title };
	const known = [...(found.authors ?? []), ...(namesOf(found.author) ?? [])].map(name => name.literal);
	if (known.length > 0) return { ...found, title: known.includes(parts.names[0]) ? parts.title : title };
	if (!isProved(parts.names, lines)) return { ...found, title };
	return { ...found, title: parts.title, author: parts.names.join('、') };
}

/** A longer text is no title. */
const longestTitle = 500;

const posts = '教授|研究员|博士|硕士|大学|学院|研究院|研究所|研究中心|主任|院长|作者|学者|撰稿';

/** Whether a text says whose it is: by a line of the names, their post, an abstract, or never naming them. */
function isProved(names: readonly string[], lines: readonly string[]): boolean {
	const [name = ''] = names;
	const bare = lines.map(line => line.trim().replace(/^[●•·▪]\s*/, ''));
	if (bare.some(line => namesOfLine(line)?.[0] === name || /^作者简介/.test(line))) return true;
	if (bare.slice(0, linesAhead).some(line => /^[【[（(]?(?:内容)?(?:摘\s*要|提要)/.test(line))) return true;
	const post = new RegExp(`^[（(]?${name}[（(，,：:\\s—–-]{1,3}.{0,60}(?:${posts})`);
	if (bare.some(line => line.length <= longestPost && post.test(line))) return true;
	return isWithout(name, bare);
}

const linesAhead = 12;
const longestPost = 200;

/** Whether there is enough of a text to say that it speaks of others. */
function isWithout(name: string, lines: readonly string[]): boolean {
	const others = lines.filter(line => partsOf(line)?.names[0] !== name);
	const length = others.reduce((sum, line) => sum + line.length, 0);
	return length >= leastText && others.every(line => !line.includes(name));
}

const leastText = 80;
