import type { FleetFilters } from '@/lib/contract/fleet-search'
import type { WatchRequest } from '@/lib/contract/watches'

type View = Extract<WatchRequest['target'], { readonly kind: 'view' }>['view']

/** The fleet's filters that one observation of a VM can be tested against. */
export function followedViewOf(filters: FleetFilters): View {
  return {
    subscriptions: [...filters.subscription],
    groups: [...filters.group],
    os: [...filters.os],
    states: [...filters.state],
  }
}

const counted = ['state', 'subscription', 'group', 'os'] as const satisfies readonly (keyof FleetFilters)[]
const ignored = [
  'region',
  'pass',
  'power',
  'otherEncryption',
  'readiness',
  'needs',
  'tag',
  'text',
] as const satisfies readonly (keyof FleetFilters)[]

/** Filters that are set: those that apply to watches, and those that cannot. */
export function filtersInUse(filters: FleetFilters) {
  return {
    counted: counted.filter((key) => filters[key].length > 0),
    ignored: ignored.filter((key) => filters[key].length > 0),
  }
}
