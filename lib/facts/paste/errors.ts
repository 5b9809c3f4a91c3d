/** Why a text is not taken; the same codes as the contract's `explainErrorCodes`. */
export type PasteErrorCode = 'empty' | 'too-large' | 'json-invalid' | 'not-a-vm' | 'several-vms'

export interface PasteFailure {
  readonly code: PasteErrorCode
}

/** The longest text that is read, in characters. The largest real answers are under 1 MB. */
export const pasteLimit = 8 * 1024 * 1024
