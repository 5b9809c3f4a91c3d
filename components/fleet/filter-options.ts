import { fleetReadinesses, otherEncryptions, powerStates } from '@/lib/contract/fleet'
import {
  fleetNeeds,
  osFilters,
  otherEncryptionFilters,
  passFilters,
  type FleetFilters,
} from '@/lib/contract/fleet-search'
import { listFrom, membersFrom, readTag, sortedTags, writeTag } from '@/lib/contract/fleet-search-values'
import { vmStates } from '@/lib/contract/codes'
import type { FacetName } from '@/lib/views/fleet-fields'

/** The chosen values of a filter, as texts. */
export function chosenOf(filters: FleetFilters, facet: FacetName): readonly string[] {
  return facet === 'tag' ? filters.tag.map(writeTag) : filters[facet]
}

/** The filters with other values for one of them; invalid values are dropped. */
export function withChosen(filters: FleetFilters, facet: FacetName, values: readonly string[]): FleetFilters {
  const written = new URLSearchParams(values.map((value) => ['value', value]))
  const members = <T extends string>(set: readonly T[]) => membersFrom(written, 'value', set)
  switch (facet) {
    case 'state':
      return { ...filters, state: members(vmStates) }
    case 'os':
      return { ...filters, os: members(osFilters) }
    case 'pass':
      return { ...filters, pass: members(passFilters) }
    case 'power':
      return { ...filters, power: members(powerStates) }
    case 'otherEncryption':
      return { ...filters, otherEncryption: members(otherEncryptionFilters) }
    case 'readiness':
      return { ...filters, readiness: members(fleetReadinesses) }
    case 'needs':
      return { ...filters, needs: members(fleetNeeds) }
    case 'tag':
      return { ...filters, tag: sortedTags(values.map(readTag)) }
    case 'subscription':
    case 'group':
    case 'region':
      return { ...filters, [facet]: listFrom(written, 'value') }
  }
}

/** Values that a filter offers even when no row has them; other filters offer only values that occur. */
export const fixedValues: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  state: vmStates,
  os: osFilters.filter((value) => value !== 'unknown'),
  pass: passFilters.filter((value) => value !== 'unknown'),
  // Rows do not contain double encryption, which only the disks show: a count of 0 would claim that no VM has it.
  otherEncryption: otherEncryptions.filter((kind) => kind !== 'double-encryption'),
  readiness: fleetReadinesses,
  needs: fleetNeeds,
}
