import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readResourceGraphPage } from '@/lib/wire/resource-graph'
import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { postJson } from './get-json'
import { maxPages } from './paging'

const scope = 'tenant'
/** Largest page there is: every page costs one query of the quota. */
const pageSize = 1000
/** Empty pages in a row, each promising more, after which the chain counts as broken. */
const maxEmptyPages = 3

export interface GraphQuery<R> {
  /** KQL that projects `id` and orders by it: without that the paging is not stable. */
  readonly text: string
  /** Ids, at most 300: the size that Microsoft recommends. */
  readonly subscriptions: readonly string[]
  readonly read: (row: unknown) => R | undefined
  readonly onRows: (rows: readonly R[]) => void
  /** All of its pages go before the later pages of other queries: others wait for what it says. */
  readonly first?: boolean
}

interface Tally {
  /** Different rows, by id: a row that comes twice is no second one. */
  readonly rows: Set<string>
  /** The latest total that a page named: rows may come and go between pages. */
  total: number
  unreadable: number
  emptyPages: number
}

/** Whether everything that was announced has come. Pages that announce nothing prove nothing: "no rows" must be said. */
function isWhole(tally: Tally, truncated: string | boolean | undefined): boolean {
  const announced = Number.isFinite(tally.total) && tally.rows.size >= tally.total
  return announced && tally.unreadable === 0 && truncated !== true && truncated !== 'true'
}

/**
 * Runs a query to its last page, handing on rows as pages arrive. Failure where a page is missing, a row cannot be
 * read, or fewer rows came than Resource Graph counted: what did come has been handed on, but it is not everything.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
 */
export async function queryResourceGraph<R>(
  session: ArmSession,
  query: GraphQuery<R>,
): Promise<Result<null, ArmFailure>> {
  const url = `${session.armEndpoint}/providers/Microsoft.ResourceGraph/resources`
  const broken = fail<ArmFailure>({ kind: 'unreadable', scope })
  const tally: Tally = { rows: new Set(), total: Number.POSITIVE_INFINITY, unreadable: 0, emptyPages: 0 }
  const seen = new Set<string>()
  let token: string | undefined
  for (let pages = 0; pages < maxPages; pages += 1) {
    const options = {
      resultFormat: 'objectArray',
      $top: pageSize,
      ...(token === undefined ? {} : { $skipToken: token }),
    }
    const body = await perform(session, {
      lane: { kind: 'resource-graph', scope },
      provider: 'Microsoft.ResourceGraph',
      scope,
      timeoutMilliseconds: 30_000,
      vmId: null,
      // The first page shows something; those after it can wait for what somebody looks at.
      priority: pages === 0 || query.first === true ? 'screen' : 'motion',
      send: postJson(session, url, { query: query.text, subscriptions: query.subscriptions, options }),
    })
    if (!body.ok) return body
    const page = readResourceGraphPage(body.value.json)
    if (page === undefined) return broken
    const rows = page.data.map(query.read).filter((row) => row !== undefined)
    for (const row of page.data) tally.rows.add(textOf(fieldOf(objectOf(row), 'id')) ?? JSON.stringify(row))
    tally.unreadable += page.data.length - rows.length
    tally.total = page.totalRecords ?? tally.total
    tally.emptyPages = page.data.length === 0 ? tally.emptyPages + 1 : 0
    query.onRows(rows)
    token = page.$skipToken
    if (token === undefined || token === '') return isWhole(tally, page.resultTruncated) ? ok(null) : broken
    if (seen.has(token) || tally.emptyPages >= maxEmptyPages) return broken
    seen.add(token)
  }
  return broken
}
