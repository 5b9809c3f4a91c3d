import { known, unknown, type Known } from '@/lib/shared/known'

/** The segment after `key` in an ARM id; ids vary in case, so the key is compared without case. */
export function idSegment(id: string | undefined, key: string): string | null {
  if (id === undefined) return null
  const parts = id.split('/')
  const at = parts.findIndex((part) => part.toLowerCase() === key.toLowerCase())
  return at === -1 ? null : parts[at + 1] || null
}

/** The same as a fact: `absent` where the id has no such segment. */
export function segmentFact(id: string | undefined, key: string): Known<string> {
  const segment = idSegment(id, key)
  return segment === null ? unknown('absent') : known(segment)
}

/** The id of the uniform scale set in an instance's id; `undefined` for any other id. */
export function scaleSetIdOf(id: string | undefined): string | undefined {
  return /^(\/subscriptions\/.+\/virtualMachineScaleSets\/[^/]+)\/virtualMachines\/[^/]+$/i.exec(id ?? '')?.[1]
}
