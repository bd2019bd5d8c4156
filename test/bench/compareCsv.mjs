// Readers of separated values against tables that are hard for them; for docs/decisions/csv.md.
// `npm i --no-save papaparse@5.7.1 csv-parse@7.0.3 d3-dsv@3.0.2 && node test/bench/compareCsv.mjs`
import { build } from 'esbuild';

const { outputFiles } = await build({
	entryPoints: ['src/core/documents/table/csv.ts'],
	bundle: true,
	format: 'esm',
	write: false,
});
const { readCsv } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
/** @param {string} name */
const load = name => import(name).catch(() => undefined);
const [papaparse, csvParse, d3] = await Promise.all(['papaparse', 'csv-parse/sync', 'd3-dsv'].map(load));
const relaxed = { relax_quotes: true, relax_column_count: true, bom: true };

/** @type {Record<string, ((text: string) => string[][]) | undefined>} */
const readers = {
	ours: text => readCsv(text, 'a.csv').rows.map(row => row.cells),
	papaparse: papaparse && (text => papaparse.default.parse(text, { delimiter: ',' }).data),
	'csv-parse': csvParse && (text => csvParse.parse(text, relaxed)),
	'd3-dsv': d3 && (text => d3.csvParseRows(text)),
};

/** @type {[what: string, text: string, rows: string[][]][]} */
const tables = [
	[
		'marks, line ends in cells, blank rows',
		'a,"b,""c""\nd",\r\n\r\n,,\ne,f',
		[
			['a', 'b,"c"\nd', ''],
			['e', 'f'],
		],
	],
	['rows of unequal length', 'a,b,c\nd\ne,f,g,h\n', [['a', 'b', 'c'], ['d'], ['e', 'f', 'g', 'h']]],
	[
		'LF in cells, CRLF between rows',
		'a,"b\nc"\r\nd,e\r\n',
		[
			['a', 'b\nc'],
			['d', 'e'],
		],
	],
	[
		'CR alone',
		'a,b\rc,d\r',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	[
		'CRLF, LF and CR',
		'a,b\r\nc,d\ne,f\r',
		[
			['a', 'b'],
			['c', 'd'],
			['e', 'f'],
		],
	],
	[
		'a mark that never closes',
		'a,"b\nc,d\ne,f',
		[
			['a', '"b'],
			['c', 'd'],
			['e', 'f'],
		],
	],
	[
		'one that does before it',
		'a,"x,y","b\nc,d\ne,f',
		[
			['a', 'x,y', '"b'],
			['c', 'd'],
			['e', 'f'],
		],
	],
	[
		'text behind a mark',
		'"新质"生产力,定义\n乙,"x"\n丙,y\n',
		[
			['新质生产力', '定义'],
			['乙', 'x'],
			['丙', 'y'],
		],
	],
	[
		'marks inside',
		'新"质"生产力,定义\n乙,x\n',
		[
			['新"质"生产力', '定义'],
			['乙', 'x'],
		],
	],
	[
		'Chinese marks',
		'“新质”,定义\n乙,x\n',
		[
			['“新质”', '定义'],
			['乙', 'x'],
		],
	],
	[
		'a space before a mark',
		'a, "b,c"\nd,e\n',
		[
			['a', ' "b', 'c"'],
			['d', 'e'],
		],
	],
	[
		'an empty last cell',
		'a,b,\nc,d,\n',
		[
			['a', 'b', ''],
			['c', 'd', ''],
		],
	],
];
const long = Array.from({ length: 400_000 }, (_, i) => `词${i},"说明 ""${i}""",人民日报`).join('\n');

for (const [name, read] of Object.entries(readers)) {
	if (!read) {
		console.log(`${name}: not installed`);
		continue;
	}
	const wrong = tables.filter(([, text, rows]) => {
		try {
			return JSON.stringify(read(text).filter(row => row.some(cell => cell.trim() !== ''))) !== JSON.stringify(rows);
		} catch {
			return true;
		}
	});
	const begin = process.cpuUsage();
	read(long);
	const { user, system } = process.cpuUsage(begin);
	const names = wrong.map(([what]) => what).join(' · ');
	console.log(
		`${name}: ${tables.length - wrong.length} of ${tables.length}, ${((user + system) / 1000).toFixed(0)} ms; wrong: ${names}`,
	);
}
