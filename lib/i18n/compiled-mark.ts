/** Begins a text that has parameters and is therefore compiled; no text of ours begins so. */
export const compiledMark = '\u0001'
