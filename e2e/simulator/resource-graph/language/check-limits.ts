import { limits } from './features'
import { QueryRefusal, refuse } from './refusal'
import type { Query } from './syntax'

/** The features that a query uses, its joined and united parts included. */
interface Uses {
  joins: number
  expansions: number
  legs: number
  readonly tables: Set<string>
  /** Tables on right sides of joins, other than `resources`, each occurrence counted. */
  readonly remote: string[]
}

function count(query: Query, uses: Uses): void {
  uses.tables.add(query.table)
  for (const stage of query.stages) {
    if (stage.kind === 'expand') uses.expansions += 1
    if (stage.kind === 'join') {
      uses.joins += 1
      if (stage.right.table !== 'resources') uses.remote.push(stage.right.table)
      count(stage.right, uses)
    }
    if (stage.kind === 'union') {
      uses.legs += stage.legs.length
      for (const leg of stage.legs) count(leg, uses)
    }
  }
}

/**
 * Refuses more joins, expansions, legs and tables than documented. The service accepts some more today, which is not
 * guaranteed (https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language).
 */
export function checkLimits(query: Query): void {
  const uses: Uses = { joins: 0, expansions: 0, legs: 1, tables: new Set(), remote: [] }
  count(query, uses)
  if (uses.joins > limits.joins) refuse('a fourth join')
  if (uses.expansions > limits.expansions) refuse('a third mv-expand')
  if (uses.legs > limits.unionLegs) refuse('a union with a fourth leg')
  if (new Set(uses.remote).size < uses.remote.length)
    throw new QueryRefusal('a table twice on a right side', 'DisallowedMaxNumberOfRemoteTables')
  const further = [...uses.tables].filter((table) => table !== 'resources' && table !== 'resourcecontainers')
  if (further.length > 1) {
    const message = `${further.join(', ')} are unsupported, or disallowed in the same cross table queries.`
    throw new QueryRefusal('two tables beside resources', 'UnsupportedRemoteTableScenario', { message })
  }
}
