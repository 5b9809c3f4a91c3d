/** One entry point for hostile data, and its invariants for any input. */
export interface Target {
  /** JSON that inputs modify, as realistic as possible. */
  readonly bodies: () => readonly unknown[] | Promise<readonly unknown[]>
  /** Further initial texts. */
  readonly texts: readonly string[]
  /** Words that the code searches for. */
  readonly words: readonly string[]
  /** Throws if an invariant is broken. A function that promises its caller an answer may not throw at all. */
  readonly check: (text: string) => void | Promise<void>
}

/** The parsed JSON; undefined if the text is not JSON. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** All texts in fields with this name. */
export function textsOf(name: object): readonly string[] {
  const fields: readonly unknown[] = Object.values(name)
  return fields.filter((field) => typeof field === 'string')
}
