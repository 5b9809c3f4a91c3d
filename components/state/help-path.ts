import type { ProblemKind } from '@/lib/contract/codes'

/** Address of the help page of a kind of problem: readable without signing in. */
export function helpPath(kind: ProblemKind): string {
  return `/help/${kind}`
}
