/** Where a feature of the language is documented, or how often the 604 public queries of Microsoft's collections use it. */
export type Source = `https://${string}` | `public queries: ${number}`

const page = 'https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language'
const kusto = 'https://learn.microsoft.com/kusto/query'

/** Supported tabular operators. */
export const operators = {
  count: page,
  distinct: page,
  extend: page,
  join: page,
  limit: page,
  'mv-expand': page,
  mvexpand: page,
  order: page,
  project: page,
  'project-away': page,
  'project-rename': 'public queries: 1',
  sort: page,
  summarize: page,
  take: page,
  top: page,
  union: page,
  where: page,
} as const satisfies Record<string, Source>
export type OperatorName = keyof typeof operators

/** Flavours of `join`; `innerunique` is the default. */
export const joinFlavours = {
  innerunique: page,
  inner: page,
  leftouter: page,
  fullouter: page,
} as const satisfies Record<string, Source>
export type JoinFlavour = keyof typeof joinFlavours

/** Supported scalar functions. */
export const functions = {
  ago: 'public queries: 1',
  array_concat: 'public queries: 3',
  array_length: 'public queries: 62',
  array_slice: 'public queries: 8',
  bag_keys: `${kusto}/bag-keys-function`,
  case: 'public queries: 9',
  coalesce: 'public queries: 4',
  extract: `${kusto}/extract-function`,
  hash: 'https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results',
  iff: 'public queries: 51',
  iif: 'public queries: 27',
  indexof: 'public queries: 20',
  isempty: 'public queries: 40',
  isnotempty: 'public queries: 20',
  isnotnull: 'public queries: 57',
  isnull: 'public queries: 76',
  max_of: `${kusto}/max-of-function`,
  min_of: `${kusto}/min-of-function`,
  not: 'public queries: 14',
  now: `${kusto}/now-function`,
  parse_json: 'public queries: 21',
  replace: 'public queries: 2',
  round: `${kusto}/round-function`,
  set_has_element: 'public queries: 14',
  split: 'public queries: 38',
  strcat: 'public queries: 189',
  strcat_array: 'public queries: 18',
  strlen: 'public queries: 5',
  substring: 'public queries: 20',
  tobool: 'public queries: 7',
  todatetime: 'public queries: 1',
  todouble: `${kusto}/todouble-function`,
  todynamic: 'public queries: 18',
  toint: 'public queries: 26',
  tolower: 'public queries: 155',
  toreal: `${kusto}/toreal-function`,
  tostring: 'public queries: 275',
  toupper: 'public queries: 15',
} as const satisfies Record<string, Source>
export type FunctionName = keyof typeof functions

/** Aggregations of `summarize`. */
export const aggregates = {
  any: 'public queries: 4',
  arg_max: 'public queries: 2',
  avg: `${kusto}/avg-aggregation-function`,
  count: 'public queries: 22',
  countif: 'public queries: 18',
  make_list: 'public queries: 5',
  make_set: 'public queries: 6',
  makeset: 'public queries: 1',
  max: 'public queries: 3',
  min: 'public queries: 1',
  sum: `${kusto}/sum-aggregation-function`,
} as const satisfies Record<string, Source>
export type AggregateName = keyof typeof aggregates

/**
 * Documented or counted, and not needed here: a query with one of them fails with an error instead of being refused
 * (`parse`, `sample`; functions; comparisons that Kusto has and the public queries do not use).
 */
export const notEmulated: Readonly<
  Record<'operators' | 'functions' | 'comparisons', Readonly<Record<string, Source>>>
> = {
  operators: {
    parse: 'public queries: 2',
    sample: 'https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results',
  },
  functions: {
    dynamic_to_json: 'public queries: 2',
    exp2: 'public queries: 1',
    string_size: 'public queries: 3',
  },
  comparisons: {
    between: `${kusto}/between-operator`,
    has_all: `${kusto}/has-all-operator`,
    has_any: `${kusto}/has-any-operator`,
    hasprefix: `${kusto}/hasprefix-operator`,
    hassuffix: `${kusto}/hassuffix-operator`,
  },
}

/**
 * Operators of Kusto that neither the documentation nor any of the public queries has in Resource Graph. They are
 * refused as `parse` was before it came: https://github.com/Azure/azure-powershell/issues/13762
 */
export const kustoOnly: ReadonlySet<string> = new Set([
  ...['evaluate', 'invoke', 'lookup', 'mv-apply', 'make-series', 'serialize', 'partition', 'scan', 'fork', 'facet'],
  ...['render', 'search', 'find', 'as', 'consume', 'getschema', 'sample-distinct', 'top-nested', 'parse-where'],
  ...['parse-kv', 'project-keep', 'project-reorder'],
])

/** Largest number of each in a query: the table of the same page. */
export const limits = { joins: 3, expansions: 2, unionLegs: 3, expandedRows: 128, largestExpansion: 400 } as const

/** Whether a name is documented or counted, and fails here with an error. */
export function isNotEmulated(kind: keyof typeof notEmulated, name: string): boolean {
  return Object.hasOwn(notEmulated[kind], name)
}

export function isOneOf<Name extends string>(table: Readonly<Record<Name, unknown>>, name: string): name is Name {
  return Object.hasOwn(table, name)
}
