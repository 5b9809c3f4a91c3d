import { randomUUID } from 'node:crypto'
import type { SimResponse } from '../model/http'
import { DateValue } from './language/dates'
import type { CannotCompute, Place, QueryRefusal } from './language/refusal'

type Detail = Readonly<Record<string, unknown>>

/** The outer message contains the time, never the reason: the reason is in `details` (resource-graph-language.md 4.1). */
function outer(now: number): string {
  const timestamp = new DateValue(now).toString()
  return `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${randomUUID()}.`
}

/**
 * A refusal in Azure's form. `reason` names the rule in a header for a test's reader: Azure sends no such header, and
 * no client may read it.
 */
function refused(now: number, status: number, code: string, details: readonly Detail[], reason: string): SimResponse {
  return {
    status,
    headers: { 'x-simulator-refusal': reason },
    json: { error: { code, message: outer(now), details } },
  }
}

const invalid: Detail = {
  code: 'InvalidQuery',
  message:
    'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
}

/** Line from 1 and position from 0; Azure omits a position of 0 (resource-graph-language.md 4.1). */
function placed({ at, token, expected }: Place, query: string): Detail {
  if (at < 0) return { line: -1, characterPositionInLine: -1, token }
  const before = query.slice(0, at).split('\n')
  const position = before.at(-1)?.length ?? 0
  return {
    line: before.length,
    ...(position === 0 ? {} : { characterPositionInLine: position }),
    token,
    ...(expected === undefined ? {} : { expectedToken: expected }),
  }
}

/** Tables are refused without `InvalidQuery`. */
const alone: ReadonlySet<string> = new Set([
  'DisallowedLogicalTableName',
  'DisallowedMaxNumberOfRemoteTables',
  'UnsupportedRemoteTableScenario',
])

/** A query that Azure refuses. If no detail code was observed, the refusal has only `InvalidQuery`. */
export function invalidQuery(now: number, refusal: QueryRefusal, query: string): SimResponse {
  const { code, text, place, reason } = refusal
  if (code === null) {
    const detail = text === null ? invalid : { ...invalid, message: text }
    return refused(now, 400, 'BadRequest', [detail], reason)
  }
  const detail = { code, message: text ?? code, ...(place === null ? {} : placed(place, query)) }
  return refused(now, 400, 'BadRequest', alone.has(code) ? [detail] : [invalid, detail], reason)
}

/** A request that Azure refuses, with a code that was not observed. */
export function invalidRequest(now: number, reason: string): SimResponse {
  return refused(now, 400, 'BadRequest', [invalid], reason)
}

/** https://github.com/microsoft/ARI/issues/76 */
export function invalidGuids(now: number, ids: readonly string[]): SimResponse {
  const message = `Subscription ids have to be valid GUIDs. Given: '${ids.join(', ')}'.`
  const details = [{ code: 'SubscriptionsContainInvalidGuids', message }]
  return refused(now, 400, 'BadRequest', details, 'a subscription id that is no GUID')
}

/** https://github.com/Azure/aztfexport/issues/491 */
export function noValidSubscriptions(now: number, ids: readonly string[]): SimResponse {
  const message = `There must be at least one subscription that is eligible to contain resources. Given: '${ids.join(', ')}'.`
  const details = [{ code: 'NoValidSubscriptionsInQueryRequest', message }]
  return refused(now, 400, 'BadRequest', details, 'no readable subscription')
}

/** https://github.com/Azure/azure-sdk-for-java/issues/29924 */
export function accessDenied(now: number): SimResponse {
  const message = 'Access is denied to the requested resource. The user might not have enough permission.'
  return refused(now, 403, 'AccessDenied', [{ code: 'AccessDenied', message }], 'no readable subscription')
}

/** https://github.com/microsoft/ARI/issues/199 */
export function payloadTooLarge(now: number, size: number, most: number): SimResponse {
  const message = `Response payload size is ${size}, and has exceeded the limit of ${most}. Please consider querying less data at a time and make paginated call if needed.`
  const details = [{ code: 'ResponsePayloadTooLarge', message }]
  return refused(now, 400, 'BadRequest', details, 'an answer above 16 MiB')
}

/** https://learn.microsoft.com/azure/governance/resource-graph/troubleshoot/general: only JSON is taken. */
export function wrongContentType(now: number): SimResponse {
  return refused(now, 500, 'InternalServerError', [], 'a content type other than application/json')
}

/** Not Azure's: the simulator cannot compute what Azure may answer. Counted with the unknown routes, so that tests fail. */
export function notComputable({ message }: CannotCompute): SimResponse {
  return {
    status: 501,
    json: { error: { code: 'SimulatorCannotCompute', message: `The simulator cannot compute ${message}.` } },
  }
}
