// A short form, one question after the other, with steps counted, a way back, and nothing done when it is left.
import * as vscode from 'vscode';

/** One line of text. */
export interface TextQuestion {
	readonly kind: 'text';
	readonly key: string;
	readonly prompt: string;
	readonly placeholder?: string;
	readonly value?: string;
	/** What is wrong with the text, in a sentence; nothing when it may be taken. An empty text is asked as well. */
	readonly fault?: (text: string) => string | undefined;
	/** Is told what stands in the field, also when it is left without an answer. */
	readonly typing?: (text: string) => void;
}

export interface Choice {
	readonly value: string;
	readonly label: string;
	readonly description?: string;
	readonly detail?: string;
	readonly icon?: string;
	/** Choosing it goes back to the question before. */
	readonly back?: boolean;
	/** Stays on the list whatever is typed, then as the last. */
	readonly stays?: boolean;
}

/** One of several; with `free`, also what is typed. */
export interface ChoiceQuestion {
	readonly kind: 'choice';
	readonly key: string;
	readonly prompt: string;
	readonly choices: readonly Choice[];
	/** The one that is chosen at first. */
	readonly value?: string;
	/** Says of what is typed that it may be taken as it is. */
	readonly free?: { readonly use: string; readonly fault?: (text: string) => string | undefined };
}

export type Question = TextQuestion | ChoiceQuestion;
export type Answers = Readonly<Record<string, string>>;

const back = Symbol('back');

/**
 * Asks the questions in order; which ones there are may depend on the answers so far. Nothing when the person leaves
 * the form. Going back keeps what was answered, as the text that stands in the field again.
 */
export async function ask(
	title: string,
	questions: (answers: Answers) => readonly Question[],
): Promise<Answers | undefined> {
	let answers: Answers = {};
	for (let at = 0; ;) {
		const all = questions(answers);
		const question = all[at];
		if (!question) return answers;
		// One alone is not counted
		const head = all.length > 1 ? { title, step: at + 1, totalSteps: all.length } : { title, step: 0, totalSteps: 0 };
		const before = answers[question.key];
		const reply =
			question.kind === 'text' ? await askText(question, head, before) : await askChoice(question, head, before);
		if (reply === undefined) return undefined;
		if (reply === back) {
			at = Math.max(at - 1, 0);
			continue;
		}
		answers = { ...answers, [question.key]: reply };
		at++;
	}
}

/**
 * Stands where the next question will be, until it comes or this is disposed of: a key pressed too soon does not go
 * into the draft.
 */
export function holdPlace(title: string, prompt: string): vscode.Disposable {
	const pick = Object.assign(vscode.window.createQuickPick(), {
		title,
		placeholder: prompt,
		ignoreFocusOut: true,
		busy: true,
	});
	pick.show();
	return pick;
}

interface Head {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
}

function askText(
	question: TextQuestion,
	head: Head,
	before: string | undefined,
): Promise<string | typeof back | undefined> {
	const input = Object.assign(vscode.window.createInputBox(), head, {
		prompt: question.prompt,
		placeholder: question.placeholder,
		value: before ?? question.value ?? '',
		ignoreFocusOut: true,
		buttons: head.step > 1 ? [vscode.QuickInputButtons.Back] : [],
	});
	return shown(input, done => [
		// An empty field is not told that it is empty before the person has tried.
		input.onDidChangeValue(text => {
			question.typing?.(text);
			input.validationMessage = text === '' ? undefined : question.fault?.(text);
		}),
		input.onDidAccept(() => {
			const fault = question.fault?.(input.value);
			if (fault === undefined) done(input.value);
			else input.validationMessage = fault;
		}),
	]);
}

interface Row extends vscode.QuickPickItem {
	readonly value?: string;
	readonly back?: boolean;
}

const last = (rows: readonly Row[]): Row[] => [
	...rows.filter(row => !row.alwaysShow),
	...rows.filter(row => row.alwaysShow),
];

function askChoice(
	question: ChoiceQuestion,
	head: Head,
	before: string | undefined,
): Promise<string | typeof back | undefined> {
	const pick = Object.assign(vscode.window.createQuickPick<Row>(), head, {
		placeholder: question.prompt,
		ignoreFocusOut: true,
		matchOnDescription: true,
		matchOnDetail: true,
		buttons: head.step > 1 ? [vscode.QuickInputButtons.Back] : [],
	});
	const rows = question.choices.map((choice): Row => ({
		label: choice.label,
		iconPath: choice.icon === undefined ? undefined : new vscode.ThemeIcon(choice.icon),
		description: choice.description,
		detail: choice.detail,
		value: choice.value,
		back: choice.back,
		alwaysShow: choice.stays,
	}));
	const offered = (typed: string): Row[] => {
		const { free } = question;
		const known = typed === '' || rows.some(row => row.value === typed);
		const fault = free?.fault?.(typed);
		// What is known and holds these characters comes first: who types half a name means the whole. VS Code puts
		// labels that begin with them in front whatever the order here, so what is typed stands in the description.
		return [
			...(typed === '' ? rows : last(rows)),
			...(free && !known
				? [{ label: free.use, description: fault ?? typed, alwaysShow: true, value: fault ? undefined : typed }]
				: []),
		];
	};
	pick.items = rows;
	const chosen = rows.find(row => row.value === (before ?? question.value));
	if (chosen) pick.activeItems = [chosen];
	else if (question.free && before) Object.assign(pick, { value: before, items: offered(before) });
	return shown(pick, done => [
		pick.onDidChangeValue(text => (pick.items = offered(text.trim()))),
		pick.onDidAccept(() => {
			const [row] = pick.selectedItems;
			if (row?.back) done(back);
			else if (row?.value !== undefined) done(row.value);
		}),
	]);
}

/** Shows an input and waits until it is answered, left, or sent back. */
function shown(
	input: vscode.InputBox | vscode.QuickPick<Row>,
	listen: (done: (reply: string | typeof back) => void) => vscode.Disposable[],
): Promise<string | typeof back | undefined> {
	return new Promise(resolve => {
		const done = (reply: string | typeof back | undefined) => {
			resolve(reply);
			for (const listener of listeners) listener.dispose();
			// The next question takes the place of this one, so that the keys never fall back to the draft in between.
			setTimeout(() => input.dispose(), 0);
		};
		const listeners = [
			...listen(done),
			input.onDidTriggerButton(button => {
				if (button === vscode.QuickInputButtons.Back) done(back);
			}),
			input.onDidHide(() => done(undefined)),
		];
		input.show();
	});
}
