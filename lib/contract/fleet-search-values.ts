/** Most values in one list: no view of a user is larger. */
const mostValues = 100
const longestValue = 260
const longestText = 200

/** A tag by name, with a value or with any (`null`). Names are compared without case, as Azure does. */
export interface TagFilter {
  readonly name: string
  readonly value: string | null
}

/** The member of a closed set that equals the text, or null. */
export function oneOf<T extends string>(set: readonly T[], text: string | null | undefined): T | null {
  return set.find((member) => member === text) ?? null
}

/** The members of a closed set that a repeated parameter names, in the order of the set. */
export function membersFrom<T extends string>(params: URLSearchParams, name: string, set: readonly T[]): readonly T[] {
  const named = new Set(params.getAll(name).slice(0, mostValues))
  return set.filter((member) => named.has(member))
}

/** Values of an open set: lower case, sorted, without duplicates, limited in number. */
export function listFrom(params: URLSearchParams, name: string): readonly string[] {
  const values = params
    .getAll(name)
    .slice(0, mostValues)
    .map((value) => value.toLowerCase())
    .filter((value) => value !== '' && value.length <= longestValue)
  return [...new Set(values)].sort()
}

/** Search text: trimmed and limited in length. */
export function textFrom(text: string | null): string {
  // Cutting through a surrogate pair would leave half a character, which a URL cannot contain.
  return (text ?? '')
    .trim()
    .slice(0, longestText)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** A time in the one format that URLs use; empty for an invalid text. */
export function timeFrom(text: string | null): string {
  const time = text === null || text.length > longestText ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}

/** `name` or `name=value`; `=` and `%` inside the name are escaped, so that the first `=` always separates the two. */
export function writeTag(tag: TagFilter): string {
  const name = tag.name.replaceAll('%', '%25').replaceAll('=', '%3D')
  return tag.value === null ? name : `${name}=${tag.value}`
}

/** Parses what `writeTag` writes; null for an invalid text. */
export function readTag(text: string): TagFilter | null {
  const at = text.indexOf('=')
  const name = (at < 0 ? text : text.slice(0, at)).replaceAll(/%3D/gi, '=').replaceAll('%25', '%').toLowerCase()
  const value = at < 0 ? null : text.slice(at + 1)
  // Azure's own limits: names of 512 characters, values of 256.
  return name === '' || name.length > 512 || (value?.length ?? 0) > 256 ? null : { name, value }
}

/** Sorted, without duplicates, limited in number. */
export function sortedTags(tags: readonly (TagFilter | null)[]): readonly TagFilter[] {
  const byText = new Map<string, TagFilter>()
  for (const tag of tags.slice(0, mostValues)) if (tag !== null) byText.set(writeTag(tag), tag)
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? [])
}

const keyPattern =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.compute\/(?:virtualmachinescalesets\/([^/]+)\/)?virtualmachines\/([^/]+)$/

/** The names in a row key. `scaleSet` is present for an instance of a uniform scale set, whose `name` is its number. */
interface KeyNames {
  readonly subscription: string
  readonly group: string
  readonly scaleSet?: string
  readonly name: string
}

/** A VM's names from its row key; null when the key is not a VM's. Names are in lower case. */
export function namesOfKey(key: string): KeyNames | null {
  const [, subscription, group, scaleSet, name] = keyPattern.exec(key) ?? []
  if (subscription === undefined || group === undefined || name === undefined) return null
  return { subscription, group, ...(scaleSet !== undefined && { scaleSet }), name }
}

/** The short form in a URL: `subscription/group/name`, with the scale set before the number of an instance. */
export function writeVm(key: string): string {
  const names = namesOfKey(key)
  if (names === null) return ''
  const { subscription, group, scaleSet, name } = names
  return [subscription, group, ...(scaleSet === undefined ? [] : [scaleSet]), name].join('/')
}

// Excludes characters that Azure refuses in names of VMs and groups, and names that a URL would normalise away.
const segmentPattern = /^(?!\.+$)[^\s\\/"[\]:|<>+=;,?*@&%#\p{Cc}]+$/u

/** The row key of a short form; null for an invalid text. */
export function readVm(text: string | null): string | null {
  const parts = text?.toLowerCase().split('/') ?? []
  const [subscription, group, ...rest] = parts
  const name = rest.at(-1)
  if (parts.length > 4 || subscription === undefined || group === undefined || name === undefined) return null
  if (parts.join('').length > longestValue || !parts.every((part) => segmentPattern.test(part))) return null
  const set = rest.length === 2 ? `virtualmachinescalesets/${rest[0] ?? ''}/` : ''
  return `/subscriptions/${subscription}/resourcegroups/${group}/providers/microsoft.compute/${set}virtualmachines/${name}`
}
