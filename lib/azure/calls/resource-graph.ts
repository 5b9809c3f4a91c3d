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
/**
 * Rows per page: the maximum that Resource Graph allows, because every page costs one query of the quota; and the
 * minimum.
 */
const largestPage = 1000
const smallestPage = 15
/** Rows per page that are requested after the service failed with a larger page. */
const cautiousPage = 250
/**
 * Rows of the previous page with which a page starts: the first of them proves that no row was lost between the two.
 */
const overlap = 10
/** How many rows to go back each time that proof fails: rows have disappeared from the previous pages. */
const stepsBack = [100, 1000]
/** Maximum steps back in one pass. */
const mostStepsBack = 10
/** Consecutive pages without a new row after which paging counts as broken. */
const mostIdlePages = 3
/** How often a query runs from its start where its pages do not overlap. */
const mostPasses = 3

/** Largest number of rows that so many pages can contain, the overlap of each two counted once. */
export const rowsIn = (pages: number): number => largestPage + (pages - 1) * (largestPage - overlap)

/** Number of pages of so many rows. */
export const pagesOf = (rows: number): number =>
  1 + Math.max(0, Math.ceil((rows - largestPage) / (largestPage - overlap)))

export interface GraphQuery<R> {
  /** KQL that projects `id` and orders by it: otherwise the paging is not stable. */
  readonly text: string
  /** Ids, at most 300: the batch size that Microsoft recommends. */
  readonly subscriptions: readonly string[]
  readonly read: (row: unknown) => R | undefined
  readonly onRows: (rows: readonly R[]) => void
  /** Receives rows as Azure sent them whose id came before: they may contradict the first ones. */
  readonly onRepeated?: (rows: readonly unknown[]) => void
  /** All of its pages go before the later pages of other queries, because other queries wait for its rows. */
  readonly first?: boolean
  /** Called when the query restarts and passes all of its rows again. Without it, each row is passed once. */
  readonly onAgain?: () => void
}

/** One run over the pages of a query. */
interface Pass {
  /** Distinct rows, by id: a row that comes twice counts once. */
  readonly rows: Set<string>
  /** Rows that were passed on, by id: the same set in the first pass. */
  readonly handed: Set<string>
  /** Rows before the next page, and rows per page. */
  skip: number
  top: number
  /** The lowest total of any page: rows may come and go between pages. */
  least: number
  /** Rows that cannot be read, and pages that contradict themselves. */
  unreadable: number
  idlePages: number
  /** Consecutive steps back, and all steps back. */
  stepsBack: number
  allStepsBack: number
}

/** How a pass continues: `moved` where its pages do not overlap and a new pass may succeed. */
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
 * A page size to try after a page of `top` rows failed; null where a smaller page would not help.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results
 */
function smallerPage(failure: ArmFailure, top: number): number | null {
  const codes = failure.codes ?? []
  const half = Math.floor(top / 2)
  if (codes.includes('ResponsePayloadTooLarge')) return half >= smallestPage ? half : null
  return overburdened.some((code) => codes.includes(code)) && top > cautiousPage ? cautiousPage : null
}

/** Codes of 500 and 504 with which Resource Graph, or ARM on its behalf, has failed for a large page. */
const overburdened = ['UnexpectedQueryExecutionError', 'GatewayTimeout']

/** Whether every announced row has come. A page without a total proves nothing: an empty result must be stated. */
function ending(pass: Pass, page: ResourceGraphPage): Step {
  if (!Number.isFinite(pass.least) || pass.unreadable > 0 || page.resultTruncated) return 'broken'
  return pass.rows.size >= pass.least ? 'whole' : 'moved'
}

/**
 * Whether no row was lost between the previous pages and this one. Each page is evaluated again at an offset, so rows
 * that are created or deleted before it shift its rows: only where it starts with a row that is known can no row have
 * been skipped.
 */
function follows({ skip, rows }: Pass, [first]: readonly string[]): boolean {
  return skip === 0 || (first !== undefined && rows.has(first))
}

/** Goes back to an offset where the pages may overlap. */
function goBack(pass: Pass): Step {
  const back = stepsBack[pass.stepsBack]
  if (back === undefined || pass.allStepsBack >= mostStepsBack) return 'moved'
  pass.stepsBack += 1
  pass.allStepsBack += 1
  pass.skip = Math.max(0, pass.skip - back)
  return 'on'
}

/** Whether a page contradicts itself: then nothing shows that its rows are all there are. A row may come twice. */
function contradicts({ isFaulty, count, totalRecords }: ResourceGraphPage, keys: readonly string[]): boolean {
  const rows = new Set(keys).size
  const isCounted = count === undefined || count === keys.length || count === rows
  return isFaulty || !isCounted || (totalRecords ?? rows) < rows
}

/** Adds the rows of a page to the pass. */
function take(pass: Pass, page: ResourceGraphPage, keys: readonly string[]): Step {
  if (contradicts(page, keys)) pass.unreadable += 1
  pass.stepsBack = 0
  pass.least = Math.min(pass.least, page.totalRecords ?? Number.POSITIVE_INFINITY)
  const before = pass.rows.size
  for (const key of keys) pass.rows.add(key)
  pass.idlePages = pass.rows.size === before ? pass.idlePages + 1 : 0
  if (page.$skipToken === undefined || page.$skipToken === '') return ending(pass, page)
  pass.skip += keys.length - Math.min(overlap, Math.max(0, keys.length - 1))
  return pass.idlePages < mostIdlePages ? 'on' : 'moved'
}

/** Requests one page. The skip token only encodes an offset, so the offset itself is sent. */
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
    // The first page shows something; later pages can wait for what is on screen.
    priority: isFirst || query.first === true ? 'screen' : 'motion',
    send: postJson(session, url, { query: query.text, subscriptions: query.subscriptions, options }),
  })
  if (!body.ok) return body
  const page = readResourceGraphPage(body.value.json)
  return page === undefined ? fail({ kind: 'unreadable', scope }) : ok(page)
}

/** Passes on those rows of a page that were not passed on before. */
function handOn<R>(query: GraphQuery<R>, pass: Pass, data: readonly unknown[], keys: readonly string[]): void {
  const before = query.onAgain === undefined ? pass.handed : pass.rows
  const inPage = new Set<string>()
  const isFresh = keys.map((key) => !before.has(key) && inPage.size < inPage.add(key).size)
  const fresh = data.filter((_row, index) => isFresh[index])
  const repeated = data.filter((_row, index) => !isFresh[index])
  const read = fresh.map(query.read).filter((row) => row !== undefined)
  pass.unreadable += fresh.length - read.length
  query.onRows(read)
  if (repeated.length > 0) query.onRepeated?.(repeated)
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
    const { data } = answer.value
    const keys = data.map(keyOf)
    const fits = follows(pass, keys)
    if (fits) handOn(query, pass, data, keys)
    const step = fits ? take(pass, answer.value, keys) : goBack(pass)
    if (step !== 'on') return ok(step)
  }
  return ok('broken')
}

/**
 * Runs a query to its last page, passing on rows as pages arrive, and runs it again where its pages do not overlap:
 * rows that are created or deleted meanwhile shift the later pages. Fails where a page is missing, a row cannot be
 * read, or fewer rows came than Resource Graph counted: the rows that did come have been passed on, but the list is
 * incomplete.
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
