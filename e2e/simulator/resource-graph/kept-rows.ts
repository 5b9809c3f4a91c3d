import type { ArmContext } from '../model/http'
import type { World } from '../model/world'
import { withPauses } from './language/pauses'
import type { Plan } from './language/plan'
import type { Row } from './language/values'

interface KeptRows {
  /** Milliseconds of `performance.now()`. */
  readonly until: number
  readonly rows: Promise<readonly Row[]>
}

const keptRows = new WeakMap<World, Map<string, KeptRows>>()

/**
 * The rows of a query. They are computed for each page, as a change between two pages shows in Azure; in a world that keeps
 * rows, the same caller's next pages have those of the first one, however the world has changed.
 * @param scope subscriptions that the query reads
 */
export function rowsOf(
  context: ArmContext,
  plan: Plan,
  text: string,
  scope: readonly string[],
): Promise<readonly Row[]> {
  const { world, caller } = context
  const seconds = world.spec.graph?.keepRows ?? 0
  if (seconds === 0) return withPauses(plan.rows())
  const kept = keptRows.get(world) ?? new Map<string, KeptRows>()
  keptRows.set(world, kept)
  const key = JSON.stringify([caller.objectId, text, scope])
  const known = kept.get(key)
  if (known !== undefined && known.until > performance.now()) return known.rows
  const rows = withPauses(plan.rows())
  kept.set(key, { until: performance.now() + seconds * 1000, rows })
  return rows
}
