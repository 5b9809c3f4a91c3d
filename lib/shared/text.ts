/** Equality without letter case; ARM spells ids, types and codes in varying case. What is not there equals nothing. */
export function sameText(left: string | null | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase()
}
