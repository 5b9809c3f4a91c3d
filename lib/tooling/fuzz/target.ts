/** One way in for hostile data, and what must hold whatever comes. */
export interface Target {
  /** JSON that inputs are changes of, as real as it can be had. */
  readonly bodies: () => readonly unknown[] | Promise<readonly unknown[]>
  /** Texts to begin with beside them. */
  readonly texts: readonly string[]
  /** Words that the code looks for. */
  readonly words: readonly string[]
  /** Throws where something does not hold. What a caller is promised an answer for may not throw at all. */
  readonly check: (text: string) => void | Promise<void>
}

/** JSON as it came; undefined where the text is none. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** The texts among the fields of a name. */
export function textsOf(name: object): readonly string[] {
  const fields: readonly unknown[] = Object.values(name)
  return fields.filter((field) => typeof field === 'string')
}
