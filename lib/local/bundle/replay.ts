import 'server-only'
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline'
import { notInThisFile } from '@/lib/contract/local-session'
import { isPlainParameter } from '@/lib/setup/azure/redact-words'
import type { BundleExchange } from '@/lib/setup/bundle/format'
import type { BegunBundle } from '@/lib/setup/bundle/read'
import { isWithheld } from './withheld'

/** The reading of a fleet ends within hours of its beginning. */
export const nearMilliseconds = 6 * 3_600_000

/** Answers that say nothing of the resource: a later one to the same request counts instead. */
export const isPassing = (status: number | null): boolean =>
  status === null || status === 401 || status === 408 || status === 429 || status >= 500

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The subscriptions of a query have no order; a redacted file has other ids, and with them another order. */
function sorted(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body ?? null
  const entries = Object.entries(body).map(([name, value]: [string, unknown]) => [
    name,
    name === 'subscriptions' && Array.isArray(value) ? value.map(String).sort() : value,
  ])
  return Object.fromEntries(entries)
}

/** What makes two requests the same. ARM's paths ignore case; a redacted file lacks parameters that could hold a name. */
function keyOf(method: string, url: string, body: unknown, redacted: boolean): string {
  const { pathname, searchParams } = new URL(url)
  const query = [...searchParams]
    .filter(([name, value]) => !redacted || isPlainParameter(name, value))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  return [method, decoded(pathname).toLowerCase(), query.join('&'), JSON.stringify(sorted(body))].join('\n')
}

interface Answer {
  readonly key: string
  readonly exchange: BundleExchange
  /** Its place in the file. */
  readonly order: number
}

const time = /\d{4}-\d\d-\d\dT[\d:.]{5,20}Z/g

/** The same without its times: a request for the time before a moment names that moment. */
const timeless = (key: string): string => key.replaceAll(time, '(time)')

/** Whether two keys that differ in their times only ask for nearly the same times. */
function isNear(key: string, other: string): boolean {
  const others = other.match(time) ?? []
  return (key.match(time) ?? []).every((each, index) => {
    const apart = Math.abs(Date.parse(each) - Date.parse(others[index] ?? ''))
    return apart <= nearMilliseconds
  })
}

interface Answers {
  readonly exact: ReadonlyMap<string, Answer>
  /** By key without times; null where the file has such requests for several times. */
  readonly timeless: ReadonlyMap<string, Answer | null>
}

function answersOf({ header, exchanges }: BegunBundle): Answers {
  const exact = new Map<string, Answer>()
  for (const [order, exchange] of exchanges.entries()) {
    const key = keyOf(exchange.method, exchange.url, exchange.requestBody, header.redacted)
    const counts = !isWithheld(exchange.url) && (!exact.has(key) || !isPassing(exchange.status))
    if (counts) exact.set(key, { key, exchange, order })
  }
  const byRest = new Map<string, Answer | null>()
  for (const [key, answer] of exact) {
    const before = byRest.get(timeless(key))
    const isOne = before === undefined || (before !== null && isNear(key, before.key))
    byRest.set(timeless(key), isOne ? answer : null)
  }
  return { exact, timeless: byRest }
}

/** Delivers answers in the order in which Azure gave them, as far as they are asked for at the same time. */
class InOrder {
  readonly #waiting: { readonly order: number; readonly deliver: () => void }[] = []

  turn(order: number): Promise<void> {
    return new Promise((deliver) => {
      this.#waiting.push({ order, deliver })
      if (this.#waiting.length === 1) setImmediate(() => this.#next())
    })
  }

  #next(): void {
    const first = this.#waiting.reduce((least, each) => (each.order < least.order ? each : least))
    this.#waiting.splice(this.#waiting.indexOf(first), 1)
    first.deliver()
    if (this.#waiting.length > 0) setImmediate(() => this.#next())
  }
}

function parsed(body: PipelineRequest['body']): unknown {
  return typeof body === 'string' ? JSON.parse(body) : null
}

/**
 * Answers requests to ARM from a bundle, and no other: what the file does not contain is refused, as ARM refuses a
 * request that it does not understand, so that nothing follows from it. Nothing is sent.
 * @param rest answers the others instead, where a cut file is continued
 */
export function replayTransport(bundle: BegunBundle, rest: HttpClient | null = null): HttpClient {
  const answers = answersOf(bundle)
  const turns = new InOrder()
  const { redacted, takenAt } = bundle.header
  const date = new Date(takenAt).toUTCString()
  const refusal = { error: { code: notInThisFile, message: 'The file has no answer to this request.' } }
  return {
    sendRequest: async (request) => {
      const key = keyOf(request.method, request.url, parsed(request.body), redacted)
      const found = answers.exact.get(key) ?? answers.timeless.get(timeless(key))
      const { status, body } = found?.exchange ?? { status: null, body: null }
      const isAnswer = status !== null && !isPassing(status)
      if (!isAnswer && rest !== null) return rest.sendRequest(request)
      const text = isAnswer ? body : refusal
      await turns.turn(found?.order ?? bundle.exchanges.length)
      const response: PipelineResponse = {
        request,
        status: isAnswer ? status : 400,
        headers: createHttpHeaders({ 'content-type': 'application/json', date }),
        bodyAsText: typeof text === 'string' ? text : JSON.stringify(text),
      }
      return response
    },
  }
}
