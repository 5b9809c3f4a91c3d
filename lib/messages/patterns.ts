import type { ContainsMatch, MachineState, TextMatch } from './entry'

/** The text equals one of these. */
export function exact(...texts: readonly string[]): TextMatch {
  return { kind: 'exact', texts }
}

/** The text begins like this. */
export function prefix(text: string): TextMatch {
  return { kind: 'prefix', text }
}

/** A short text as a whole; the pattern is anchored at both ends and every repetition in it is bounded. */
export function whole(pattern: RegExp): TextMatch {
  return { kind: 'whole', pattern }
}

/** The beginning of a text; the pattern is anchored and every repetition in it is bounded. */
export function start(pattern: RegExp): TextMatch {
  return { kind: 'start', pattern }
}

/** The text contains the passages in this order. */
export function contains(...passages: readonly string[]): TextMatch {
  return { kind: 'contains', passages }
}

/** The text contains the passage with this context. */
export function containsWith(passage: string, around: Pick<ContainsMatch, 'before' | 'after'>): ContainsMatch {
  return { kind: 'contains', passages: [passage], ...around }
}

/** The text begins like this, and the passages follow in this order. */
export function startThen(beginning: string | RegExp, ...passages: readonly string[]): ContainsMatch {
  return { kind: 'contains', start: beginning, passages }
}

/** At least one form fits; a plain string is a passage. */
export function anyOf(...forms: readonly (string | TextMatch)[]): TextMatch {
  return { kind: 'any-of', forms: forms.map((form) => (typeof form === 'string' ? contains(form) : form)) }
}

/**
 * Failure of OS encryption at one step.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/handle.py#L2311
 */
export function failedAt(state: MachineState): TextMatch {
  // What people or tools write behind the state does not change it.
  const passages = [`machine state: ${state}`]
  return { kind: 'contains', start: 'Failed to encrypt OS volume with error: ', passages, after: /^(?!\w)/ }
}

/** An instance-view code that ends with this number of the extension; codes are compared without case. */
export function failedCode(code: number): TextMatch {
  return whole(new RegExp(`^(?:ProvisioningState|ComponentStatus/[^/]{1,200})/failed/${code}$`, 'i'))
}

/**
 * A command of the extension that returned an error, by the program that it ran.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/CommandExecutor.py#L88
 * @param program source of a pattern; every repetition in it is bounded
 */
export function failedCommand(program: string): TextMatch {
  const begin = new RegExp(`^Command (?:/(?:usr/)?s?bin/)?${program}(?=[ ,]|\\b)`)
  return { ...startThen(begin, ' failed with return code '), after: /^-?\d/ }
}

/** A JSON object with these words. */
export function json(fields: Readonly<Partial<Record<'os' | 'data', string>>>): TextMatch {
  return { kind: 'json', fields }
}
