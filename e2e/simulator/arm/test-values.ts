import { isObject } from './json'

/** A member of whatever an answer holds; undefined where it is no object. */
export function at(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}
