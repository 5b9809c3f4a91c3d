import type { ApiProblem } from '@/components/providers/api-problem'
import type { FleetModel } from '@/lib/views/fleet-model'
import { isInMotion } from '@/lib/views/fleet-counts'

const movingMs = 30_000
const deniedMs = 60_000
const restingMs = 5 * 60_000

/** Problems that only a user can solve: an automatic refresh would not help. */
const stopping: ReadonlySet<ApiProblem['code']> = new Set<ApiProblem['code']>([
  'sign-in-required',
  'token-invalid',
  'token-expired',
  'tenant-not-allowed',
  'scope-missing',
  'app-only-token',
  'claims-challenge',
  'consent-required',
  'sign-in-expired',
  'configuration-invalid',
])

/**
 * Milliseconds until the next automatic refresh; null for none. Short while something is in motion; long at rest; every
 * minute for a user who may read nothing yet, because a granted permission takes effect within minutes.
 */
export function paceOf(model: FleetModel | undefined, problem: ApiProblem | null): number | null {
  if (problem !== null && stopping.has(problem.code)) return null
  if (model === undefined) return restingMs
  if (model.settledAt !== null && model.entries.length === 0) return deniedMs
  return isInMotion(model.entries) ? movingMs : restingMs
}
