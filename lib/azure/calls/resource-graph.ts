import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readResourceGraphPage, type ResourceGraphPage } from '@/lib/wire/resource-graph'
import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { postJson } from './get-json'
import { maxPages } from './paging'

const scope = 'tenant'
/** Rows of a page: the most that there can be, since every page costs one query of the quota; and the least. */
const largestPage = 1000
const smallestPage = 15
/** Rows of a page that are asked for where the service failed over a larger one. */
const cautiousPage = 250
/** Rows of the page before that a page begins with: the first of them proves that nothing was lost between the two. */
const overlap = 10
/** How many rows to go back where that proof fails, time after time: rows have gone from the pages before. */
const stepsBack = [100, 1000]
/** Steps back of one pass. */
const mostStepsBack = 10
/** Pages in a row without a new row, after which the pages count as broken. */
const mostIdlePages = 3
/** How often a query is put from its beginning where its pages did not fit together. */
const mostPasses = 3

export interface GraphQuery<R> {
  /** KQL that projects `id` and orders by it: without that the paging is not stable. */
  readonly text: string
  /** Ids, at most 300: the size that Microsoft recommends. */
  readonly subscriptions: readonly string[]
  readonly read: (row: unknown) => R | undefined
  readonly onRows: (rows: readonly R[]) => void
  /** All of its pages go before the later pages of other queries: others wait for what it says. */
  readonly first?: boolean
  /** Told of the total that the first page names. */
  readonly onTotal?: (total: number | undefined) => void
  /** The query begins anew and hands on all of its rows again. Where it is absent, a row is handed on once. */
  readonly onAgain?: () => void
}

/** One run over the pages of a query. */
interface Pass {
  /** Different rows, by id: a row that comes twice is no second one. */
  readonly rows: Set<string>
  /** Rows that were handed on, by id: the same set in the first pass. */
  readonly handed: Set<string>
  /** Rows before the next page, and rows of it. */
  skip: number
  top: number
  /** The least total that a page named: rows may come and go between pages. */
  least: number
  unreadable: number
  idlePages: number
  /** Steps back in a row, and in all. */
  stepsBack: number
  allStepsBack: number
}

/** How a pass goes on: `moved` where its pages do not fit together and another may. */
type Step = 'on' | 'whole' | 'moved' | 'broken'

const start = {
  skip: 0,
  top: largestPage,
  least: Number.POSITIVE_INFINITY,
  unreadable: 0,
  idlePages: 0,
  stepsBack: 0,
  allStepsBack: 0,
}

function keyOf(row: unknown): string {
  return textOf(fieldOf(objectOf(row), 'id'))?.toLowerCase() ?? JSON.stringify(row)
}

/**
 * Rows of a page that can be had where one of `top` rows could not; null where a smaller page promises nothing.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results
 */
function smallerPage(failure: ArmFailure, top: number): number | null {
  const codes = failure.codes ?? []
  const half = Math.floor(top / 2)
  if (codes.includes('ResponsePayloadTooLarge')) return half >= smallestPage ? half : null
  return overburdened.some((code) => codes.includes(code)) && top > cautiousPage ? cautiousPage : null
}

/** Codes of 500 and 504 with which Resource Graph, or ARM in its place, has failed over a large page. */
const overburdened = ['UnexpectedQueryExecutionError', 'GatewayTimeout']

/** Whether everything that was announced has come. Pages that announce nothing prove nothing: "no rows" must be said. */
function ending(pass: Pass, page: ResourceGraphPage): Step {
  if (!Number.isFinite(pass.least) || pass.unreadable > 0 || page.resultTruncated) return 'broken'
  return pass.rows.size >= pass.least ? 'whole' : 'moved'
}

/**
 * Whether nothing was lost between the pages before and this one. A page is evaluated anew at an offset, so rows that
 * come or go before it shift its rows: only where it begins with a row that is known can none have been left out.
 */
function follows({ skip, rows }: Pass, [first]: readonly string[]): boolean {
  return skip === 0 || (first !== undefined && rows.has(first))
}

/** Goes back to where the pages may meet. */
function goBack(pass: Pass): Step {
  const back = stepsBack[pass.stepsBack]
  if (back === undefined || pass.allStepsBack >= mostStepsBack) return 'moved'
  pass.stepsBack += 1
  pass.allStepsBack += 1
  pass.skip = Math.max(0, pass.skip - back)
  return 'on'
}

/** Takes the rows of a page into account. */
function take(pass: Pass, page: ResourceGraphPage, keys: readonly string[]): Step {
  pass.stepsBack = 0
  pass.least = Math.min(pass.least, page.totalRecords ?? Number.POSITIVE_INFINITY)
  const before = pass.rows.size
  for (const key of keys) pass.rows.add(key)
  pass.idlePages = pass.rows.size === before ? pass.idlePages + 1 : 0
  if (page.$skipToken === undefined || page.$skipToken === '') return ending(pass, page)
  pass.skip += keys.length - Math.min(overlap, Math.max(0, keys.length - 1))
  return pass.idlePages < mostIdlePages ? 'on' : 'moved'
}

/** Asks for one page. The token is an offset and nothing more, so the offset itself is sent. */
async function askPage<R>(
  session: ArmSession,
  query: GraphQuery<R>,
  { skip, top }: Pass,
  isFirst: boolean,
): Promise<Result<ResourceGraphPage, ArmFailure>> {
  const url = `${session.armEndpoint}/providers/Microsoft.ResourceGraph/resources`
  const options = { resultFormat: 'objectArray', $top: top, ...(skip === 0 ? {} : { $skip: skip }) }
  const body = await perform(session, {
    lane: { kind: 'resource-graph', scope },
    provider: 'Microsoft.ResourceGraph',
    scope,
    timeoutMilliseconds: 30_000,
    vmId: null,
    // The first page shows something; those after it can wait for what is on screen.
    priority: isFirst || query.first === true ? 'screen' : 'motion',
    send: postJson(session, url, { query: query.text, subscriptions: query.subscriptions, options }),
  })
  if (!body.ok) return body
  const page = readResourceGraphPage(body.value.json)
  return page === undefined ? fail({ kind: 'unreadable', scope }) : ok(page)
}

/** Hands on those rows of a page that were not handed on before. */
function handOn<R>(query: GraphQuery<R>, pass: Pass, data: readonly unknown[], keys: readonly string[]): void {
  const before = query.onAgain === undefined ? pass.handed : pass.rows
  const fresh = data.filter((_row, index) => !before.has(keys[index] ?? ''))
  const read = fresh.map(query.read).filter((row) => row !== undefined)
  pass.unreadable += fresh.length - read.length
  query.onRows(read)
  if (pass.handed !== pass.rows) for (const key of keys) pass.handed.add(key)
}

/** Runs over all pages once. */
async function runPass<R>(
  session: ArmSession,
  query: GraphQuery<R>,
  pass: Pass,
): Promise<Result<Exclude<Step, 'on'>, ArmFailure>> {
  for (let pages = 0; pages < maxPages; pages += 1) {
    const isFirst = pages === 0 && pass.handed === pass.rows
    const answer = await askPage(session, query, pass, isFirst)
    if (!answer.ok) {
      const smaller = smallerPage(answer.failure, pass.top)
      if (smaller === null) return answer
      pass.top = smaller
      continue
    }
    const { data, totalRecords } = answer.value
    if (pass.skip === 0) query.onTotal?.(totalRecords)
    const keys = data.map(keyOf)
    const fits = follows(pass, keys)
    if (fits) handOn(query, pass, data, keys)
    const step = fits ? take(pass, answer.value, keys) : goBack(pass)
    if (step !== 'on') return ok(step)
  }
  return ok('broken')
}

/**
 * Runs a query to its last page, handing on rows as pages arrive, and runs it again where its pages do not fit
 * together: rows that were made or deleted meanwhile shift the pages after them. Failure where a page is missing, a row
 * cannot be read, or fewer rows came than Resource Graph counted: what did come has been handed on, but it is not
 * everything.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results
 */
export async function queryResourceGraph<R>(
  session: ArmSession,
  query: GraphQuery<R>,
): Promise<Result<null, ArmFailure>> {
  const handed = new Set<string>()
  for (let passes = 0; passes < mostPasses; passes += 1) {
    if (passes > 0) query.onAgain?.()
    const rows = passes === 0 ? handed : new Set<string>()
    const pass = await runPass(session, query, { ...start, rows, handed })
    if (!pass.ok) return pass
    if (pass.value === 'whole') return ok(null)
    if (pass.value === 'broken') break
  }
  return fail({ kind: 'unreadable', scope })
}
