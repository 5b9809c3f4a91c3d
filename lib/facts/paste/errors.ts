/** Why a text is refused; the same codes as the contract's `explainErrorCodes`. */
export type UnreadCode = 'empty' | 'too-large' | 'json-invalid' | 'not-a-vm' | 'compressed' | 'bundle'

/** Why a text is not read as one VM. */
export type PasteErrorCode = UnreadCode | 'several-vms'

/** @typeParam Code the codes that can occur */
export interface PasteFailure<Code extends PasteErrorCode = PasteErrorCode> {
  readonly code: Code
}

/** The longest text that is read, in characters. The largest real answers are under 1 MB. */
export const pasteLimit = 8 * 1024 * 1024
