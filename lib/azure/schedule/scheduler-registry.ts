import 'server-only'
import { systemClock } from './clock'
import { Scheduler } from './scheduler'
import { SharedLimits } from './shared-limits'
import { VmSpacing } from './vm-spacing'

const idleMilliseconds = 600_000
const sweepAt = 256

declare global {
  // Next.js bundles each route separately; Azure counts the requests of all of them together.
  var sealwatchSchedulers: Map<string, Scheduler> | undefined
  var sealwatchSharedLimits: SharedLimits | undefined
  var sealwatchVmSpacing: VmSpacing | undefined
}

/** One spacing for the whole process: Compute counts readings of a VM across all users. */
export function vmSpacing(share: number): VmSpacing {
  return (globalThis.sealwatchVmSpacing ??= new VmSpacing(share))
}

/**
 * The scheduler of one user; the key contains cloud, tenant and object id. Schedulers unused for ten minutes are
 * dropped: by then Azure's counters are full again.
 * @param share this process's part of what Azure counts for all callers together
 */
export function schedulerOf(person: string, share: number): Scheduler {
  const schedulers = (globalThis.sealwatchSchedulers ??= new Map<string, Scheduler>())
  const known = schedulers.get(person)
  if (known !== undefined) return known
  if (schedulers.size >= sweepAt) {
    const oldest = systemClock.now() - idleMilliseconds
    for (const [key, scheduler] of schedulers) {
      if (scheduler.isIdle && scheduler.lastUsed < oldest) schedulers.delete(key)
    }
  }
  const made = new Scheduler(systemClock, (globalThis.sealwatchSharedLimits ??= new SharedLimits(share)))
  schedulers.set(person, made)
  return made
}
