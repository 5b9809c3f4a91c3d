/** One thing that the image promises, and whether it was so. */
export interface Claim {
  readonly claim: string
  readonly held: boolean
  /** What was seen. */
  readonly seen: string
}

/** A claim with what was seen, kept short. */
export function claim(text: string, held: boolean, seen: unknown): Claim {
  return { claim: text, held, seen: (typeof seen === 'string' ? seen : JSON.stringify(seen)).slice(0, 2000) }
}
