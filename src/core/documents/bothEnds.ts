// What is looked at of a line where it may say something of its text: who, when, under which number.

/** A title, a label or a note is shorter; what a longer paragraph says of its text stands at its beginning or end. */
const longest = 1_200;

/** A line, or both ends of a long one: what reads labels, days and names off it may cost more than the line is long. */
export function bothEnds(line: string): string {
	if (line.length <= longest) return line;
	return `${line.slice(0, longest / 2)}…${line.slice(-longest / 2)}`;
}
