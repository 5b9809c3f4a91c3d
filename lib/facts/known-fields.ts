import { known, unknown, type Known } from '@/lib/shared/known'

/** A field of a part that was read: known, or absent. */
export function present<T>(value: T | undefined): Known<T> {
  return value === undefined ? unknown('absent') : known(value)
}

/** A field of a part that the answer may lack as a whole: then it is `not-asked`. */
export function within<P, T>(part: P | undefined, read: (part: P) => T | undefined): Known<T> {
  return part === undefined ? unknown('not-asked') : present(read(part))
}
