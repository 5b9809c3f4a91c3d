import type { ArmContext, SimResponse } from '../model/http'
import type { World } from '../model/world'
import { answer } from './answer'
import { withPauses } from './language/pauses'
import type { Plan } from './language/plan'
import type { Row } from './language/values'
import type { PageRequest } from './request'

interface KeptRows {
  /** Milliseconds of `performance.now()`. */
  readonly until: number
  readonly rows: Promise<readonly Row[]>
  readonly pages: Map<string, SimResponse>
}

const keptRows = new WeakMap<World, Map<string, KeptRows>>()

function keptOf({ world, caller }: ArmContext, plan: Plan, query: string, scope: readonly string[]): KeptRows {
  const kept = keptRows.get(world) ?? new Map<string, KeptRows>()
  keptRows.set(world, kept)
  const key = JSON.stringify([caller.objectId, query, scope])
  const known = kept.get(key)
  if (known !== undefined && known.until > performance.now()) return known
  const until = performance.now() + (world.spec.graph?.keepRows ?? 0) * 1000
  const made = { until, rows: withPauses(plan.rows()), pages: new Map<string, SimResponse>() }
  kept.set(key, made)
  return made
}

/**
 * A page of a query. Its rows are computed for each page, as a change between two pages shows in Azure; in a world that
 * keeps rows, the same caller's next pages have those of the first one, however the world has changed.
 * @param scope subscriptions that the query reads
 */
export async function pageOf(
  context: ArmContext,
  plan: Plan,
  request: PageRequest,
  scope: readonly string[],
): Promise<SimResponse> {
  const { world, now } = context
  if ((world.spec.graph?.keepRows ?? 0) === 0) return answer(plan, await withPauses(plan.rows()), request, now)
  const { rows, pages } = keptOf(context, plan, request.query, scope)
  const key = JSON.stringify([request.top, request.skip, request.format])
  const page = pages.get(key) ?? answer(plan, await rows, request, now)
  pages.set(key, page)
  return page
}
