/**
 * Compares without letter case, because ARM spells ids, types and codes in varying case. A missing text equals nothing.
 */
export function sameText(left: string | null | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase()
}
