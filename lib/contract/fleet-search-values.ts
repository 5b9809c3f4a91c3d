/** Values a list takes at most: a longer address is nobody's view. */
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

/** The members of a closed set that a repeated parameter names, in the set's own order. */
export function membersFrom<T extends string>(params: URLSearchParams, name: string, set: readonly T[]): readonly T[] {
  const named = new Set(params.getAll(name).slice(0, mostValues))
  return set.filter((member) => named.has(member))
}

/** Values of an open set: lower case, sorted, without doubles, bounded. */
export function listFrom(params: URLSearchParams, name: string): readonly string[] {
  const values = params
    .getAll(name)
    .slice(0, mostValues)
    .map((value) => value.toLowerCase())
    .filter((value) => value !== '' && value.length <= longestValue)
  return [...new Set(values)].sort()
}

/** Search text: trimmed and bounded. */
export function textFrom(text: string | null): string {
  // A cut through a surrogate pair would leave half a character that no address can carry.
  return (text ?? '')
    .trim()
    .slice(0, longestText)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** A point in time in the one form in which addresses write it; empty for nonsense. */
export function timeFrom(text: string | null): string {
  const time = text === null || text.length > longestText ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}

/** `name` or `name=value`; `=` and `%` inside the name are escaped, so that the first `=` always parts the two. */
export function writeTag(tag: TagFilter): string {
  const name = tag.name.replaceAll('%', '%25').replaceAll('=', '%3D')
  return tag.value === null ? name : `${name}=${tag.value}`
}

/** Reads what `writeTag` writes; null for nonsense. */
export function readTag(text: string): TagFilter | null {
  const at = text.indexOf('=')
  const name = (at < 0 ? text : text.slice(0, at)).replaceAll(/%3D/gi, '=').replaceAll('%25', '%').toLowerCase()
  const value = at < 0 ? null : text.slice(at + 1)
  // Azure's own limits: names of 512 characters, values of 256.
  return name === '' || name.length > 512 || (value?.length ?? 0) > 256 ? null : { name, value }
}

/** Sorted, without doubles, bounded. */
export function sortedTags(tags: readonly (TagFilter | null)[]): readonly TagFilter[] {
  const byText = new Map<string, TagFilter>()
  for (const tag of tags.slice(0, mostValues)) if (tag !== null) byText.set(writeTag(tag), tag)
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? [])
}

const keyPattern =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.compute\/(?:virtualmachinescalesets\/([^/]+)\/)?virtualmachines\/([^/]+)$/

/** What a row key names. `scaleSet` is there for an instance of a uniform set, whose `name` is its number. */
interface KeyNames {
  readonly subscription: string
  readonly group: string
  readonly scaleSet?: string
  readonly name: string
}

/** A VM's names out of its row key; null where the key is not a VM's. Names are in lower case. */
export function namesOfKey(key: string): KeyNames | null {
  const [, subscription, group, scaleSet, name] = keyPattern.exec(key) ?? []
  if (subscription === undefined || group === undefined || name === undefined) return null
  return { subscription, group, ...(scaleSet !== undefined && { scaleSet }), name }
}

/** The short form in an address: `subscription/group/name`, with the set before the number of an instance. */
export function writeVm(key: string): string {
  const names = namesOfKey(key)
  if (names === null) return ''
  const { subscription, group, scaleSet, name } = names
  return [subscription, group, ...(scaleSet === undefined ? [] : [scaleSet]), name].join('/')
}

// Characters that Azure refuses in names of VMs and groups, and names that an address would swallow.
const segmentPattern = /^(?!\.+$)[^\s\\/"[\]:|<>+=;,?*@&%#\p{Cc}]+$/u

/** The row key that a short form stands for; null for nonsense. */
export function readVm(text: string | null): string | null {
  const parts = text?.toLowerCase().split('/') ?? []
  const [subscription, group, ...rest] = parts
  const name = rest.at(-1)
  if (parts.length > 4 || subscription === undefined || group === undefined || name === undefined) return null
  if (parts.join('').length > longestValue || !parts.every((part) => segmentPattern.test(part))) return null
  const set = rest.length === 2 ? `virtualmachinescalesets/${rest[0] ?? ''}/` : ''
  return `/subscriptions/${subscription}/resourcegroups/${group}/providers/microsoft.compute/${set}virtualmachines/${name}`
}
