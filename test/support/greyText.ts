// Where VS Code draws grey text in the page.

/** Also as a preview of the row that is selected, beside a list. */
export const drawnGreyText = '.ghost-text-decoration, .ghost-text-decoration-preview, .ghost-text';
