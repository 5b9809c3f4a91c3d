import type { ProblemKind } from '@/lib/contract/codes'

/** Path of the help page of a kind of problem: readable without sign-in. */
export function helpPath(kind: ProblemKind): string {
  return `/help/${kind}`
}
