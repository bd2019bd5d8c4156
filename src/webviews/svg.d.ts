// Tells the compiler that drawings may be imported as text; the bundler puts them into the script.
declare module '*.svg' {
	const drawing: string;
	export default drawing;
}
