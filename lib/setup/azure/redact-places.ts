import { publishedFacts } from '@/lib/wire/published/facts'
import { armCallOf } from './calls'
import type { Exchange } from './exchange'
import { graphColumns } from './graph-columns'

/** The places of a body whose names are Azure's own: paths in lower case, `[]` for an element of a list. */
export interface Places {
  /** Whether a path is a place that a reader uses, or one on the way to it. */
  readonly has: (path: string) => boolean
  /** Whether places are known below a path: of a part without any, neither keys nor values are known. */
  readonly hasBelow: (path: string) => boolean
}

function placesOfPaths(paths: readonly string[]): Places {
  const known = new Set<string>()
  const inner = new Set<string>()
  for (const path of paths) {
    const steps = path.toLowerCase().replaceAll('[]', '.[]').split('.')
    // Parts below `*` have keys that the customer chooses.
    const end = steps.indexOf('*')
    const own = end < 0 ? steps : steps.slice(0, end)
    own.forEach((_step, index) => {
      known.add(own.slice(0, index + 1).join('.'))
      if (index > 0) inner.add(own.slice(0, index).join('.'))
    })
  }
  return { has: (path) => known.has(path), hasBelow: (path) => inner.has(path) }
}

const below = (prefix: string, paths: readonly string[]): readonly string[] => paths.map((path) => `${prefix}${path}`)

/** Readers use only some fields of each type; the versions of a type are merged. */
const pathsOfTypes = new Map<string, readonly string[]>()
for (const [key, facts] of Object.entries(publishedFacts)) {
  const type = (key.split('@')[0] ?? key).toLowerCase()
  pathsOfTypes.set(type, [...(pathsOfTypes.get(type) ?? []), ...Object.keys(facts)])
}

const errorPaths = ['code', 'message', 'details[].code', 'details[].message']
const sharedPaths = ['nextLink', ...errorPaths, ...below('error.', errorPaths)]

/** Of calls whose type is not among the published ones. */
const otherPaths: Readonly<Record<string, readonly string[]>> = {
  subscriptions: ['id', 'subscriptionId', 'tenantId', 'displayName', 'state'],
  subscription: ['id', 'subscriptionId', 'tenantId', 'displayName', 'state'],
  providers: ['id', 'namespace', 'resourceTypes[].resourceType', 'resourceTypes[].apiVersions[]'],
  feature: ['id', 'name', 'type', 'properties.state'],
}

const graphPaths = [
  ...['totalRecords', 'count', 'resultTruncated', '$skipToken'],
  ...Object.values(graphColumns).flatMap((columns) => below('data[].', Object.keys(columns))),
]

const requestPlaces = placesOfPaths([
  'query',
  'subscriptions[]',
  'options.resultFormat',
  'options.$top',
  'options.$skip',
])

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function pathsOfResource(value: unknown): readonly string[] {
  const type = isObject(value) ? value['type'] : undefined
  return typeof type === 'string' ? (pathsOfTypes.get(type.toLowerCase()) ?? ['id', 'name', 'type']) : []
}

/** The places of an answer: by the call, and by the types that its resources name. */
export function placesOfAnswer({ url, body }: Exchange): Places {
  if (/\/providers\/microsoft\.resourcegraph\/resources(?:\?|$)/i.test(url))
    return placesOfPaths([...graphPaths, ...sharedPaths])
  const listed: readonly unknown[] = isObject(body) && Array.isArray(body['value']) ? body['value'] : []
  const own = otherPaths[armCallOf({ url }) ?? ''] ?? []
  return placesOfPaths([
    ...sharedPaths,
    ...own,
    ...pathsOfResource(body),
    ...below('value[].', [...own, ...listed.slice(0, 1).flatMap(pathsOfResource)]),
  ])
}

/** The places of a request's body. */
export const placesOfRequest = (): Places => requestPlaces
