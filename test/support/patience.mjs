// How long the tests in a real VS Code wait for a sign.
// @ts-check

/** Milliseconds, far more than the slowest machine needs, so that only what never comes fails. */
export const patience = 100_000;
/** Milliseconds one try may take of what is tried again until it serves. */
export const oneTry = 8000;
