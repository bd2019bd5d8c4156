// The four tools: their names, what assistants are told of them, what they take, and what answers them.
import type { Cancelled } from '../../core/search/passageSearch';
import { citeEditions, citeForms, citeLimits, policyCite } from './cite';
import { explainLimits, policyExplain } from './explain';
import type { Holdings, ToolAnswer, ToolName } from './holdings';
import { policySearch, searchKinds, searchLimits, searchScopes } from './search';
import { policyVerify, verifyLimits } from './verify';

/** A tool as assistants see it. `schema` is JSON Schema; the input is checked once more when it comes. */
export interface AssistantTool {
	readonly name: ToolName;
	/** For people. */
	readonly title: string;
	/** For models. */
	readonly description: string;
	readonly schema: {
		readonly type: 'object';
		readonly properties: Readonly<Record<string, unknown>>;
		readonly required?: readonly string[];
		readonly additionalProperties: false;
	};
	/** ToolInputError where the input is wrong. */
	run(input: unknown, holdings: Holdings, signal?: Cancelled): ToolAnswer | Promise<ToolAnswer>;
}

const cursor = {
	type: 'string',
	description: 'From the last answer, with all other fields unchanged: the next page.',
};

export const assistantTools: readonly AssistantTool[] = [
	{
		name: 'policy_search',
		title: 'Search the policy corpus',
		description:
			'Finds exact quotations, points, figures and sources of Chinese policy texts (and passages of the person’s own documents) for some words, with speaker, date, paragraph and reference. Use it before writing; quote only what it returns, word for word. Chinese words work best: two or three of them, separated by spaces; all must fit.',
		schema: {
			type: 'object',
			properties: {
				query: { type: 'string', maxLength: searchLimits.query, description: 'Words, e.g. 新质生产力 核心要素' },
				limit: {
					type: 'integer',
					minimum: 1,
					maximum: searchLimits.most,
					description: `Default ${searchLimits.usual}.`,
				},
				kind: { type: 'string', enum: searchKinds, description: 'Only this kind.' },
				in: { type: 'string', enum: searchScopes, description: 'Records (citations), documents, or both (default).' },
				cursor,
			},
			required: ['query'],
			additionalProperties: false,
		},
		run: policySearch,
	},
	{
		name: 'policy_verify',
		title: 'Verify quotations',
		description:
			'Says of every quotation in a Chinese text, or of each quotation in a list, what it is: verbatim (word for word; with how elided: words left out are marked …… as they should be), form (same words, other punctuation or script), differs (words changed), spliced (shortened without a mark, reordered or put together), attribution (right words, other speaker, date or source), unknown (not in this corpus, which is not the same as false). Gives the source’s wording, the changes, source, paragraph and reference. With text also checks figures, terms and citation keys. Use it on everything you wrote before you hand it over.',
		schema: {
			type: 'object',
			properties: {
				text: {
					type: 'string',
					maxLength: verifyLimits.text,
					description: 'A text (Markdown) with the quotations in “ ” and who said them.',
				},
				quotations: {
					type: 'array',
					minItems: 1,
					maxItems: verifyLimits.quotations,
					items: { type: 'string', maxLength: verifyLimits.quotation },
					description: 'Instead of text: the quotations alone.',
				},
				cursor,
			},
			additionalProperties: false,
		},
		run: policyVerify,
	},
	{
		name: 'policy_explain',
		title: 'Explain a policy term',
		description:
			'The record of a Chinese policy term or formulation (提法): definition and what it rests on, English, usage, first use, quotations with source, formulations, related terms, wrong forms.',
		schema: {
			type: 'object',
			properties: {
				term: {
					type: 'string',
					maxLength: explainLimits.term,
					description: 'The term or formulation, e.g. 新质生产力',
				},
			},
			required: ['term'],
			additionalProperties: false,
		},
		run: policyExplain,
	},
	{
		name: 'policy_cite',
		title: 'Cite a source',
		description:
			'How to cite a source at a place: key, Markdown footnote, pandoc key, note in the text (括注) and reference after GB/T 7714, and which fields nothing proves (missing; shown as 〔gaps〕, never fill them in yourself). Take the id from source in an answer of the other tools.',
		schema: {
			type: 'object',
			properties: {
				source: { type: 'string', maxLength: citeLimits.source, description: 'Id of a source or of a citation.' },
				paragraph: { type: 'integer', minimum: 1, maximum: citeLimits.paragraph },
				page: { type: 'string', maxLength: citeLimits.page, description: 'A page or a range, e.g. 5-7' },
				edition: { type: 'string', enum: citeEditions, description: 'Edition of GB/T 7714; default 2025.' },
				form: { type: 'string', enum: citeForms, description: 'Only this form.' },
			},
			required: ['source'],
			additionalProperties: false,
		},
		run: policyCite,
	},
];

/** The tool with a name. */
export function toolNamed(name: string): AssistantTool | undefined {
	return assistantTools.find(one => one.name === name);
}
