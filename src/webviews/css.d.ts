// Tells the compiler that style sheets may be imported; the bundler writes them beside the script.
declare module '*.css';
