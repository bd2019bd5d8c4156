// Tells the compiler that style sheets may be imported; the bundler writes them beside the script.
// Knows nothing of what is in them.
declare module '*.css';
