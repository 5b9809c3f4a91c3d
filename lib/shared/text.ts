/** Equality without letter case; ARM spells ids, types and codes in varying case. */
export function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
