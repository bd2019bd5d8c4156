// What a person does with a paper in Word, one thing at a time, tracked or not.
import type { EditedFile, Paragraph, State, Token } from './editedFile';
import type { Chance } from './model';

/** How one edit is made. */
export interface Hand {
	readonly chance: Chance;
	readonly isTracked: boolean;
	/** Words that stand nowhere else. */
	readonly words: () => string;
}

/** What it did; nothing where there is no place for it. */
type Edit = (file: EditedFile, hand: Hand) => string | undefined;

const stateOf = ({ isTracked }: Hand): State => (isTracked ? 'ins' : 'same');
const isSame = ({ state }: Token) => state === 'same';
const isMark = ({ kind, state }: Token) => kind === 'mark' && state === 'same';
/** What was copied keeps its note: a file without it does not say what the copy cites. */
const isFreeMark = (token: Token) => isMark(token) && !token.isCited;
const isPlainWord = ({ kind, state, text }: Token) => kind === 'word' && state === 'same' && !text.includes('*');
const isWhole = ({ tokens }: Paragraph) => tokens.every(isSame);
const firstOf = ({ tokens }: Paragraph) => tokens[0]?.text ?? '';
/** Paragraphs of the text, without those whom it is for. */
const textsOf = (file: EditedFile) => file.free.filter(({ kind, isFirst }) => kind === 'text' && !isFirst);
const putBehind = ({ tokens }: Paragraph, token: Token, added: readonly Token[]) =>
	tokens.splice(tokens.indexOf(token) + 1, 0, ...added);

/** A word somewhere, and its paragraph. */
function someWord(paragraphs: readonly Paragraph[], { chance }: Hand) {
	const paragraph = chance.pick(paragraphs.filter(({ tokens }) => tokens.some(isPlainWord)));
	const token = paragraph && chance.pick(paragraph.tokens.filter(isPlainWord));
	return token && { paragraph, token };
}

function replaceIn(file: EditedFile, paragraphs: readonly Paragraph[], hand: Hand): string | undefined {
	const found = someWord(paragraphs, hand);
	if (!found) return undefined;
	const { paragraph, token } = found;
	const put = file.word(hand.words(), stateOf(hand), token);
	putBehind(paragraph, token, [put]);
	file.remove(paragraph, token, hand.isTracked);
	return `${token.text} → ${put.text}`;
}

const replace: Edit = (file, hand) => replaceIn(file, file.free, hand);
const changeCell: Edit = (file, hand) =>
	replaceIn(
		file,
		file.free.filter(({ kind }) => kind === 'cell'),
		hand,
	);

const insert: Edit = (file, hand) => {
	const found = someWord(file.free, hand);
	if (!found) return undefined;
	const put = file.word(hand.words(), stateOf(hand), found.token);
	putBehind(found.paragraph, found.token, [put]);
	return put.text;
};

const remove: Edit = (file, hand) => {
	const several = file.free.filter(({ tokens }) => tokens.filter(({ kind }) => kind === 'word').length > 1);
	const found = someWord(several, hand);
	if (found) file.remove(found.paragraph, found.token, hand.isTracked);
	return found?.token.text;
};

const removeNote: Edit = (file, hand) => {
	const paragraph = hand.chance.pick(file.free.filter(({ tokens }) => tokens.some(isFreeMark)));
	const token = paragraph && hand.chance.pick(paragraph.tokens.filter(isFreeMark));
	if (!token) return undefined;
	paragraph.isBare = true;
	file.remove(paragraph, token, hand.isTracked);
	return token.text;
};

/** The first of those that say the same: others refer to it. */
const removeFirstNote: Edit = (file, hand) => {
	const all = file.free.flatMap(paragraph => paragraph.tokens.filter(isFreeMark).map(token => ({ paragraph, token })));
	const found = all.find(({ token }) => all.filter(other => other.token.text === token.text).length > 1);
	if (!found) return undefined;
	found.paragraph.isBare = true;
	file.remove(found.paragraph, found.token, hand.isTracked);
	return found.token.text;
};

const putNote: Edit = (file, hand) => {
	const found = someWord(file.free, hand);
	const next = found?.paragraph.tokens[found.paragraph.tokens.indexOf(found.token) + 1];
	if (!found || next?.kind === 'mark' || found.token.isCited) return undefined;
	const note = file.newNote(`${hand.words()}。`, stateOf(hand));
	putBehind(found.paragraph, found.token, [note]);
	return note.text;
};

/** A sentence that cites, at the end of another paragraph. */
const copy: Edit = (file, hand) => {
	const { chance } = hand;
	const from = chance.pick(file.free.filter(one => one.kind === 'text' && isWhole(one) && one.tokens.some(isMark)));
	const to = chance.pick(textsOf(file).filter(one => one !== from && !one.isBare));
	if (!from || !to) return undefined;
	const mark = from.tokens.findIndex(isMark);
	const isEnd = ({ text }: Token) => text === '。';
	const start = from.tokens.slice(0, mark).findLastIndex(isEnd) + 1;
	const end = from.tokens.findIndex((token, at) => at >= mark && isEnd(token));
	const tokens = from.tokens.slice(start, end < 0 ? undefined : end + 1);
	// Whether words are bold is nothing that is read.
	from.isKept = true;
	for (const token of tokens) token.isCited = true;
	const copies = tokens.map(token => file.copy({ ...token, text: token.text.replaceAll('**', '') }, stateOf(hand)));
	for (const token of to.tokens) token.isCited = true;
	to.tokens.push(...copies);
	return copies.map(({ text }) => text).join('');
};

function moveAs(file: EditedFile, hand: Hand, isMoved: boolean): string | undefined {
	const { parts } = file;
	const one = hand.chance.pick(textsOf(file).filter(isWhole));
	const to = hand.chance.pick(textsOf(file).filter(other => other !== one));
	if (!one || !to || isNeighbour(file, one, to)) return undefined;
	one.isBusy = true;
	let put: Paragraph = one;
	if (hand.isTracked) {
		const tokens = one.tokens.map(token => file.copy(token, 'ins'));
		put = { ...one, tokens, end: 'ins', isMoved };
		takeOut(one);
		one.isMoved = isMoved;
	} else parts.splice(parts.indexOf(one), 1);
	parts.splice(parts.indexOf(to) + 1, 0, put);
	return `${firstOf(one)} behind ${firstOf(to)}`;
}

/** One that stands behind the other as it is. */
function isNeighbour({ paragraphs }: EditedFile, one: Paragraph, to: Paragraph): boolean {
	return paragraphs.indexOf(one) === paragraphs.indexOf(to) + 1;
}

/** All of a paragraph with its end, tracked. */
function takeOut(paragraph: Paragraph): void {
	paragraph.tokens = paragraph.tokens.map(token => ({ ...token, state: 'del' }));
	paragraph.end = 'del';
}

const split: Edit = (file, hand) => {
	const isPlace = (token: Token, at: number, { length }: readonly Token[]) =>
		token.text === '。' && isSame(token) && at < length - 1;
	const one = hand.chance.pick(textsOf(file).filter(({ tokens }) => tokens.some(isPlace)));
	const token = one && hand.chance.pick(one.tokens.filter(isPlace));
	if (!token) return undefined;
	const rest: Paragraph = { ...one, tokens: one.tokens.splice(one.tokens.indexOf(token) + 1), isBusy: true };
	if (hand.isTracked) one.end = 'ins';
	one.isBusy = true;
	file.parts.splice(file.parts.indexOf(one) + 1, 0, rest);
	return `before ${firstOf(rest)}`;
};

const join: Edit = (file, hand) => {
	const all = file.paragraphs;
	const texts = textsOf(file);
	const nextOf = (one: Paragraph) => all[all.indexOf(one) + 1];
	const canJoin = (one: Paragraph) => texts.some(other => other === nextOf(one));
	const one = hand.chance.pick(texts.filter(canJoin));
	const next = one && nextOf(one);
	if (!next) return undefined;
	one.isBusy = next.isBusy = true;
	if (hand.isTracked) one.end = 'del';
	else {
		file.parts.splice(file.parts.indexOf(next), 1);
		one.tokens.push(...next.tokens);
	}
	return firstOf(next);
};

const editNote: Edit = (file, hand) => {
	const [label, words] = hand.chance.pick([...file.definitions]) ?? [];
	const [id, xml = ''] = [...file.notes].find(([, note]) => note.includes(`>${words}<`)) ?? [];
	if (label === undefined || words === undefined || id === undefined) return undefined;
	const put = hand.words();
	const run = /(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>)([^<]*)(<\/w:t><\/w:r>)/;
	const who = 'w:id="7" w:author="王某" w:date="2024-03-18T09:00:00Z"';
	const [head, tail] = [words.slice(0, 3), words.slice(3)];
	const inserted = `<w:ins ${who}><w:r><w:t>${put}</w:t></w:r></w:ins>`;
	const changed = (_: string, open: string, __: string, close: string) =>
		hand.isTracked ? `${open}${head}${close}${inserted}${open}${tail}${close}` : `${open}${head}${put}${tail}${close}`;
	file.notes.set(id, xml.replace(run, changed));
	file.definitions.set(label, head + put + tail);
	return `${label}: ${put}`;
};

const takeOutParagraph: Edit = (file, hand) => {
	const isText = (one: Paragraph) => (one.kind === 'text' && !one.isFirst) || one.kind === 'item';
	const one = hand.chance.pick(file.free.filter(one => isText(one) && isWhole(one) && !one.isKept));
	if (!one) return undefined;
	one.isBusy = true;
	const words = firstOf(one);
	if (hand.isTracked) takeOut(one);
	else file.parts.splice(file.parts.indexOf(one), 1);
	return words;
};

const addParagraph: Edit = (file, hand) => {
	const one = hand.chance.pick(textsOf(file));
	const like = one?.tokens.find(({ kind }) => kind === 'word');
	if (!one || !like) return undefined;
	const token = file.word(`${hand.words()}。`, stateOf(hand), like);
	const end = hand.isTracked ? 'ins' : 'same';
	file.parts.splice(file.parts.indexOf(one) + 1, 0, { ...one, tokens: [token], end, isBusy: true });
	return token.text;
};

/** Each by its name. */
export const edits: ReadonlyMap<string, Edit> = new Map<string, Edit>([
	['replace', replace],
	['change a cell', changeCell],
	['insert', insert],
	['remove', remove],
	['remove a note', removeNote],
	['remove the first of several notes', removeFirstNote],
	['put a note', putNote],
	['copy', copy],
	['move', (file, hand) => moveAs(file, hand, false)],
	['move, tracked as moved', (file, hand) => moveAs(file, hand, true)],
	['split', split],
	['join', join],
	['edit a note', editNote],
	['take out a paragraph', takeOutParagraph],
	['add a paragraph', addParagraph],
]);
