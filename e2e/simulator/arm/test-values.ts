import { isObject } from './json'

/** A member of a parsed answer; undefined if it is not an object. */
export function at(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}
