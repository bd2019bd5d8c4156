// What can be counted in one file: its lines, its conditional expressions, its assertions, the complexity of its functions.
// @ts-check
import ts from 'typescript';

/** @typedef {import('./source.mjs').SourceText} SourceText */
/** @typedef {{ name: string, line: number, complexity: number, braces: boolean, excused: boolean }} Func `line` counts from 1; `braces`: not an arrow to one expression; `excused`: a comment switches the rule off there and says why */

/**
 * @typedef {object} Measures
 * @property {number} lines all of them, blank lines and comments too
 * @property {number} characters UTF-16 units in these lines, tabs as one, ends of line not
 * @property {number[]} conditionals their lines, from 1, as all that follow
 * @property {number[]} nested conditional expressions with another one for a branch
 * @property {number[]} assertions non-null assertions, the `!` of a declaration too
 * @property {Func[]} functions
 * @property {number[]} wide lines above 120 columns, text in quotation marks left out of the count
 */

const widest = 120;

/**
 * The branches that a node adds to the function it stands in, as ESLint's rule `complexity` counts them: `??=`, `?.` and default
 * values are branches too.
 * @param {ts.Node} node
 * @returns {0 | 1}
 */
function branches(node) {
	switch (node.kind) {
		case ts.SyntaxKind.CatchClause:
		case ts.SyntaxKind.ConditionalExpression:
		case ts.SyntaxKind.ForStatement:
		case ts.SyntaxKind.ForInStatement:
		case ts.SyntaxKind.ForOfStatement:
		case ts.SyntaxKind.IfStatement:
		case ts.SyntaxKind.WhileStatement:
		case ts.SyntaxKind.DoStatement:
		case ts.SyntaxKind.CaseClause:
			return 1;
	}
	if (ts.isBinaryExpression(node)) {
		const operator = node.operatorToken.kind;
		return logical.has(operator) ? 1 : 0;
	}
	if ((ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer) return 1;
	if ((ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && node.questionDotToken) return 1;
	return ts.isCallExpression(node) && node.questionDotToken ? 1 : 0;
}

const logical = new Set([
	ts.SyntaxKind.AmpersandAmpersandToken,
	ts.SyntaxKind.BarBarToken,
	ts.SyntaxKind.QuestionQuestionToken,
	ts.SyntaxKind.AmpersandAmpersandEqualsToken,
	ts.SyntaxKind.BarBarEqualsToken,
	ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/**
 * Whether a node is run as a function of its own: the first value of a class's field counts as one.
 * @param {ts.Node} node
 */
function opensFunction(node) {
	if (ts.isClassStaticBlockDeclaration(node)) return true;
	return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/**
 * The name a reader knows a function by: its own, or that of what it is given to.
 * @param {ts.Node} node
 * @returns {string}
 */
function nameOf(node) {
	for (let at = node; at && !ts.isSourceFile(at); at = at.parent) {
		const name = /** @type {{ name?: ts.Node }} */ (/** @type {unknown} */ (at)).name;
		if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isPrivateIdentifier(name)))
			return at === node || at === node.parent ? name.text : `in ${name.text}`;
		if (ts.isConstructorDeclaration(at)) return 'constructor';
	}
	return 'unnamed';
}

/** @param {ts.Node} node @returns {ts.Node} the expression within its parentheses */
const bare = node => (ts.isParenthesizedExpression(node) ? bare(node.expression) : node);

/** Letters and marks that take two columns, as those of Chinese do. */
const twoColumns =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/**
 * The columns a text takes on the screen, a tab two of them, as Prettier counts.
 * @param {string} text
 */
export function columns(text) {
	let width = 0;
	for (const letter of text) width += letter === '\t' || twoColumns.test(letter) ? 2 : 1;
	return width;
}

/**
 * Counts one file.
 * @param {SourceText} source
 * @returns {Measures}
 */
export function measure({ lines, text, tree }) {
	/** @type {Measures} */
	const found = {
		lines: lines.length,
		characters: lines.reduce((sum, line) => sum + line.length, 0),
		conditionals: [],
		nested: [],
		assertions: [],
		functions: [],
		wide: [],
	};
	/** Text in quotation marks, as spans of the file. @type {[from: number, to: number][]} */
	const quoted = [];
	/** @param {ts.Node} node */
	const lineOf = node => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
	/** @param {ts.Node} node @returns {Func} */
	const opened = node => ({
		name: nameOf(node),
		line: lineOf(node),
		complexity: 1,
		braces: !('body' in node) || ts.isBlock(/** @type {ts.Node} */ (node.body)),
		excused: excuse.test(lines[lineOf(node) - 2] ?? ''),
	});
	/** @param {ts.Node} node @param {Func | undefined} around the function that the node stands in */
	const visit = (node, around) => {
		if (around) around.complexity += branches(node);
		if (ts.isConditionalExpression(node)) {
			found.conditionals.push(lineOf(node));
			if ([node.whenTrue, node.whenFalse].some(branch => ts.isConditionalExpression(bare(branch))))
				found.nested.push(lineOf(node));
		}
		if (isAssertion(node)) found.assertions.push(lineOf(node));
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
			quoted.push([node.getStart(tree), node.end]);
		const inside = opensFunction(node) ? opened(node) : around;
		if (inside && inside !== around) found.functions.push(inside);
		ts.forEachChild(node, child => visit(child, inside));
	};
	visit(tree, undefined);
	found.wide = wideLines(text, lines, tree, quoted);
	return found;
}

/** @param {ts.Node} node whether it says that a value is there without proof: `x!`, and `x!: T` of a variable or field */
function isAssertion(node) {
	if (ts.isNonNullExpression(node)) return true;
	return (ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) && node.exclamationToken !== undefined;
}

const excuse = /eslint-disable-next-line\b.*\bcomplexity\b.* -- \S/;

/**
 * Lines that are too wide even without the text in quotation marks, from 1.
 * @param {string} text
 * @param {readonly string[]} lines
 * @param {ts.SourceFile} tree
 * @param {readonly [from: number, to: number][]} quoted
 */
function wideLines(text, lines, tree, quoted) {
	const starts = tree.getLineStarts();
	return lines.flatMap((line, i) => {
		if (columns(line) <= widest) return [];
		const from = starts[i] ?? 0;
		const to = from + line.length;
		const within = quoted
			.filter(([start, end]) => start < to && end > from)
			.reduce((sum, [start, end]) => sum + columns(text.slice(Math.max(start, from), Math.min(end, to))), 0);
		return columns(line) - within > widest ? [i + 1] : [];
	});
}
