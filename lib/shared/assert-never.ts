/** Marks a branch that the compiler has proved empty. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`)
}
