/** One property that the image must have, and whether it has it. */
export interface Claim {
  readonly claim: string
  readonly held: boolean
  /** The observation. */
  readonly seen: string
}

/** A claim with its observation, shortened. */
export function claim(text: string, held: boolean, seen: unknown): Claim {
  return { claim: text, held, seen: (typeof seen === 'string' ? seen : JSON.stringify(seen)).slice(0, 2000) }
}
