import { isObject } from '../arm/json'

/** RFC 7396: members of the patch replace, `null` removes, objects are merged (https://www.rfc-editor.org/rfc/rfc7396). */
export function mergePatch(
  target: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result = new Map(Object.entries(target))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key)
    else if (isObject(value)) {
      const before = result.get(key)
      result.set(key, mergePatch(isObject(before) ? before : {}, value))
    } else result.set(key, value)
  }
  return Object.fromEntries(result)
}
