import { isUntrusted } from '@/lib/shared/network-error'
import { readArmError } from '@/lib/wire/arm-error'
import { kindOf, problemsOf } from '@/lib/wire/published/check'
import { publishedShape } from '@/lib/wire/published/facts'
import { graphBooleanOf } from '@/lib/wire/read'
import { effectsOf, type Effect } from './effects'
import type { ArmCallName, AzureCall } from './calls'
import type { Exchange } from './exchange'
import { graphColumns, nullableColumns, type ColumnKind, type GraphQueryName } from './graph-columns'

export const differenceCodes = [
  'refused',
  'unreadable',
  'no-answer',
  'untrusted',
  'column-missing',
  'column-type',
  'column-as-flag',
  'total-missing',
  'field-missing',
  'field-type',
  'field-word',
  'field-spelling',
  'version-unknown',
  'version-refused',
  'word-new',
] as const
export type DifferenceCode = (typeof differenceCodes)[number]

/** One difference between Azure's answer and the expected one. It names fields and kinds, never a value. */
export interface Difference {
  readonly code: DifferenceCode
  readonly effect: Effect
  /** The column, or the path of the field; empty for the whole answer. */
  readonly field: string
  readonly expected: string
  readonly found: string
}

/** The result of one call. `not-made`: no earlier answer led to it. `denied`: the operator lacks permission. */
export type CallResult =
  | { readonly call: AzureCall; readonly outcome: 'same' | 'not-made' | 'no-rows' }
  /** `found`: the status and ARM's codes, such as `403 AuthorizationFailed`. */
  | { readonly call: AzureCall; readonly outcome: 'denied'; readonly found: string }
  /** `because`: the call that had no answer, so that nothing led to this one. */
  | { readonly call: AzureCall; readonly outcome: 'not-asked'; readonly because: AzureCall }
  | { readonly call: AzureCall; readonly outcome: 'different'; readonly differences: readonly Difference[] }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of fields are part of the report; a name with other characters could be customer text. */
const plainName = (name: string): string => (/^[\w.[\]*-]{1,200}$/.test(name) ? name : '?')

/** Refusals that only say that the operator lacks permission, or that the tenant lacks the resource. */
function isOrdinary({ status }: Exchange, codes: readonly string[]): boolean {
  return status === 403 || status === 404 || codes.includes('NoValidSubscriptionsInQueryRequest')
}

/** The api-version that a request was sent with; empty without one. */
function apiVersionOf({ url }: Exchange): string {
  const sent = URL.canParse(url) ? (new URL(url).searchParams.get('api-version') ?? '') : ''
  return /^\d{4}-\d\d-\d\d(?:-[a-z]{1,20})?$/.test(sent) ? sent : ''
}

const mostVersions = 3

/** The newest of the api-versions that a cloud offers. */
export function versionsShown(versions: readonly string[]): string {
  const shown = versions.toSorted().toReversed().slice(0, mostVersions)
  return shown.length === 0 ? '–' : [...shown, ...(versions.length > mostVersions ? ['…'] : [])].join(', ')
}

/** The kind of an answer other than a JSON body of status 200; null for such a body. */
function wholeResult(call: AzureCall, exchange: Exchange): CallResult | null {
  const effect = effectsOf[call].refused
  const different = (code: DifferenceCode, found: string): CallResult => ({
    call,
    outcome: 'different',
    differences: [{ code, effect, field: '', expected: '200', found }],
  })
  if (exchange.status === null) {
    const why = exchange.networkCode ?? null
    return different(isUntrusted(why) ? 'untrusted' : 'no-answer', why ?? '–')
  }
  const { codes, offeredVersions } = readArmError(exchange.body)
  if (exchange.status !== 200) {
    const found = [String(exchange.status), ...codes].join(' ')
    if (isOrdinary(exchange, codes)) return { call, outcome: 'denied', found }
    if (!codes.includes('NoRegisteredProviderFound')) return different('refused', found)
    const field = call
    const expected = apiVersionOf(exchange)
    const refused: Difference = {
      code: 'version-refused',
      effect,
      field,
      expected,
      found: versionsShown(offeredVersions),
    }
    return { call, outcome: 'different', differences: [refused] }
  }
  return isObject(exchange.body) ? null : different('unreadable', kindOf(exchange.body))
}

const fits: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  flag: (value) => graphBooleanOf(value) !== undefined,
  integer: (value) => Number.isInteger(value),
  'list?': (value) => value === null || Array.isArray(value),
  'object?': (value) => value === null || isObject(value),
}

/**
 * The difference of a column in one row; null where it is as expected. A flag in another form than text is read alike,
 * and listed.
 */
function columnDifference(
  call: AzureCall,
  name: string,
  kind: ColumnKind,
  row: Readonly<Record<string, unknown>>,
): Difference | null {
  const effect = effectsOf[call].field
  const base = { field: name, expected: kind, effect }
  if (!Object.hasOwn(row, name)) return { ...base, code: 'column-missing', found: 'nothing' }
  const value = row[name]
  if (value === null && nullableColumns.has(name)) return null
  if (!fits[kind](value)) return { ...base, code: 'column-type', found: kindOf(value) }
  if (kind === 'flag' && typeof value !== 'string')
    return { ...base, code: 'column-as-flag', effect: 'read-alike', found: kindOf(value) }
  return null
}

/** The differences of all rows, each once: rows that count VMs come before those of resources, and have other values. */
function rowDifferences(name: GraphQueryName, rows: readonly unknown[]): readonly Difference[] {
  const each = new Map<string, Difference>()
  for (const row of rows.filter(isObject)) {
    for (const [column, kind] of Object.entries(graphColumns[name])) {
      const difference = columnDifference(`graph:${name}`, column, kind, row)
      if (difference !== null) each.set(`${column} ${difference.code} ${difference.found}`, difference)
    }
  }
  return [...each.values()]
}

/** Whether more rows can be requested, where there are more: otherwise every larger list stays incomplete. */
function pageDifferences(body: Readonly<Record<string, unknown>>, rows: number, effect: Effect): readonly Difference[] {
  const { totalRecords, $skipToken: token, resultTruncated } = body
  const hasMore = typeof totalRecords === 'number' && totalRecords > rows
  const missing = hasMore && typeof token !== 'string'
  const isCut = resultTruncated === 'true' || resultTruncated === true
  return [
    ...(missing
      ? [{ code: 'field-missing', effect, field: '$skipToken', expected: 'text', found: kindOf(token) } as const]
      : []),
    ...(isCut
      ? [{ code: 'field-word', effect, field: 'resultTruncated', expected: 'false', found: 'true' } as const]
      : []),
  ]
}

/** Compares the first page of a query of Resource Graph with the columns that the product reads. */
export function compareGraph(name: GraphQueryName, exchange: Exchange): CallResult {
  const call = `graph:${name}` as const
  const whole = wholeResult(call, exchange)
  if (whole !== null) return whole
  const body = isObject(exchange.body) ? exchange.body : {}
  const effect = effectsOf[call].refused
  if (!Array.isArray(body['data'])) {
    const found = kindOf(body['data'])
    const difference: Difference = { code: 'field-type', effect, field: 'data', expected: 'list', found }
    return { call, outcome: 'different', differences: [difference] }
  }
  const rows: readonly unknown[] = body['data']
  const differences: Difference[] = [...pageDifferences(body, rows.length, effect)]
  if (!Number.isInteger(body['totalRecords']))
    differences.push({
      code: 'total-missing',
      effect,
      field: 'totalRecords',
      expected: 'integer',
      found: kindOf(body['totalRecords']),
    })
  differences.push(...rowDifferences(name, rows))
  if (differences.length > 0) return { call, outcome: 'different', differences }
  return { call, outcome: rows.length === 0 ? 'no-rows' : 'same' }
}

/** The published type of a call's answer, and whether it is a list. */
const typesOfCalls: Readonly<Partial<Record<ArmCallName, readonly [type: string, isList: boolean]>>> = {
  vm: ['Microsoft.Compute/virtualMachines', false],
  'vm-list': ['Microsoft.Compute/virtualMachines', true],
  'scale-set-instance': ['Microsoft.Compute/virtualMachineScaleSets/virtualMachines', false],
  'scale-set-instances': ['Microsoft.Compute/virtualMachineScaleSets/virtualMachines', true],
  disk: ['Microsoft.Compute/disks', false],
  snapshots: ['Microsoft.Compute/snapshots', true],
  vault: ['Microsoft.KeyVault/vaults', false],
  vaults: ['Microsoft.KeyVault/vaults', true],
  key: ['Microsoft.KeyVault/vaults/keys', false],
  'key-version': ['Microsoft.KeyVault/vaults/keys/versions', false],
  'network-interface': ['Microsoft.Network/networkInterfaces', false],
  'virtual-network': ['Microsoft.Network/virtualNetworks', false],
  'security-group': ['Microsoft.Network/networkSecurityGroups', false],
  'route-table': ['Microsoft.Network/routeTables', false],
  'policy-assignments': ['Microsoft.Authorization/policyAssignments', true],
  'policy-definition': ['Microsoft.Authorization/policyDefinitions', false],
  'policy-set': ['Microsoft.Authorization/policySetDefinitions', false],
  locks: ['Microsoft.Authorization/locks', true],
}

const fieldCodes = {
  type: 'field-type',
  word: 'field-word',
  spelling: 'field-spelling',
  missing: 'field-missing',
} as const

function bodyDifferences(call: ArmCallName, type: string, apiVersion: string, body: unknown): readonly Difference[] {
  const shape = publishedShape(type, apiVersion)
  if (shape === undefined) return []
  return [...problemsOf(shape, body)].flatMap(([path, { code, expected, found }]) =>
    // Fields that no reader uses are not in the table: they change nothing.
    code === 'unpublished'
      ? []
      : [{ code: fieldCodes[code], effect: effectsOf[call].field, field: plainName(path), expected, found }],
  )
}

/** A word of Azure that the product does not know, and the path of the field that contains it. */
export interface NewWord {
  readonly field: string
  readonly word: string
  readonly effect: Effect
}

/** Finds the words that the product does not know in the elements of an answer. */
export type NewWordsOf = (call: ArmCallName, items: readonly unknown[]) => readonly NewWord[]

/** Letters only, after a prefix where it is a code. Anything else could be customer text. */
const azureWord = /^(?:[A-Za-z]{1,40}\/)?[A-Za-z]{1,40}$/

function wordDifferences(words: readonly NewWord[]): readonly Difference[] {
  const shown = words.map(({ word, ...rest }) => ({ ...rest, found: azureWord.test(word) ? word : '?' }))
  const each = new Map(shown.map((one) => [`${one.field} ${one.found}`, one]))
  return [...each.values()].map((one) => ({ ...one, code: 'word-new', expected: '' }))
}

/** Compares an answer of ARM with its published type, as far as the product reads it. */
export function compareArm(call: ArmCallName, exchange: Exchange, newWordsOf: NewWordsOf): CallResult {
  const whole = wholeResult(call, exchange)
  if (whole !== null) return whole
  const [type, isList] = typesOfCalls[call] ?? []
  const body = isObject(exchange.body) ? exchange.body : {}
  const listed: unknown = body['value']
  const mustList = isList === true || call === 'subscriptions' || call === 'activity-log' || call === 'metrics'
  if (mustList && !Array.isArray(listed)) {
    const effect = effectsOf[call].refused
    const difference: Difference = {
      code: 'field-type',
      effect,
      field: 'value',
      expected: 'list',
      found: kindOf(listed),
    }
    return { call, outcome: 'different', differences: [difference] }
  }
  const items: readonly unknown[] = isList === true && Array.isArray(listed) ? listed.slice(0, 1) : [body]
  const apiVersion = apiVersionOf(exchange)
  const shaped = type === undefined ? [] : items.flatMap((item) => bodyDifferences(call, type, apiVersion, item))
  const words = newWordsOf(call, isList === true && Array.isArray(listed) ? listed : [body])
  const differences = [...shaped, ...wordDifferences(words)]
  return differences.length > 0 ? { call, outcome: 'different', differences } : { call, outcome: 'same' }
}
