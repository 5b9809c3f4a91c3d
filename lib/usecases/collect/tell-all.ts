import 'server-only'
import type { Observation } from '@/lib/timeline/observation'
import { tellOf } from '../watches/watchers'
import type { Collector } from './collector'

/** Metrics have their own, low rate limit: where it is used up, reading VMs continues without them. */
const metricsMilliseconds = 1500

/** Notifies the watches. What fails is repeated with the next observation, which shows the same change. */
export async function tellAll(collector: Collector, looks: readonly Observation[], signal: AbortSignal): Promise<void> {
  const session = collector.openSession(signal, metricsMilliseconds)
  try {
    const told = await tellOf(collector.watchers, collector.watching, looks, session)
    if (!told.ok) collector.say({ event: 'failed', what: 'watch', code: told.failure.kind })
  } finally {
    session.close()
  }
}
