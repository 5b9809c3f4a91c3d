import { explain } from '@/lib/diagnosis/explain'
import type { PasteErrorCode } from '@/lib/facts/paste/errors'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

export type ExplainErrorCode = PasteErrorCode | 'file-unreadable'

const messages: Readonly<Record<ExplainErrorCode, string>> = {
  empty: 'There is no text to read.',
  'too-large': 'The text is longer than 8 MB and was not read.',
  'json-invalid': 'The text looks like JSON but breaks off or is damaged.',
  'not-a-vm': 'The text is not the output of one of the known tools for one VM.',
  'several-vms': 'The text holds more than one VM; use --lines with one VM a line.',
  'file-unreadable': 'The file does not exist or cannot be read.',
}

export interface ErrorOutput {
  readonly error: { readonly code: ExplainErrorCode; readonly message: string }
}

export function errorOutput(code: ExplainErrorCode): ErrorOutput {
  return { error: { code, message: messages[code] } }
}

/** What is printed for one text: the explanation, or an error in its place. */
export function answer(text: string): { readonly output: object; readonly failed: boolean } {
  const explained = explain(text)
  if (explained.ok) return { output: explained.value, failed: false }
  return { output: errorOutput(explained.failure.code), failed: true }
}

const controls = new RegExp('[\\u007f-\\u009f\\u2028\\u2029]', 'g')

/**
 * JSON for a terminal or a log: without the control characters that JSON leaves as they are, so that a message cannot
 * steer the terminal, and without the versions of secrets, whose addresses stand in dual-pass messages.
 */
export function toJson(value: object, indent: number): string {
  return shortenSecretUrls(JSON.stringify(value, null, indent)).replace(
    controls,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
