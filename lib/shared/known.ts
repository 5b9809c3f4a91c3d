/**
 * Why a value is not known. `denied`: the user may not read it. `not-asked`: it was not requested. `unavailable`: this
 * cloud has no such service or table. `not-in-file`: a file is shown instead of Azure, and does not contain it.
 */
export const unknownReasons = ['denied', 'absent', 'not-asked', 'unreadable', 'unavailable', 'not-in-file'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** A value from outside, or the reason why it is unknown. Never a guess. */
export type Known<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly why: UnknownReason }

/** Wraps a value that was read. */
export function known<T>(value: T): Known<T> {
  return { known: true, value }
}

/** States why a value is missing. */
export function unknown(why: UnknownReason): { readonly known: false; readonly why: UnknownReason } {
  return { known: false, why }
}

/** The value where it is known, otherwise `null`. */
export function valueOrNull<T>(field: Known<T>): T | null {
  return field.known ? field.value : null
}
