import 'server-only'
import type { Observation } from '@/lib/timeline/observation'
import { tellOf } from '../watches/watchers'
import type { Collector } from './collector'

/** Metrics are counted apart from VMs, and scarcely: where they have to wait, the reading of VMs goes on without. */
const metricsMilliseconds = 1500

/** Tells those who follow. What fails is made good by the next look, which shows the same change. */
export async function tellAll(collector: Collector, looks: readonly Observation[], signal: AbortSignal): Promise<void> {
  const session = collector.openSession(signal, metricsMilliseconds)
  try {
    const told = await tellOf(collector.watchers, collector.watching, looks, session)
    if (!told.ok) collector.say({ event: 'failed', what: 'watch', code: told.failure.kind })
  } finally {
    session.close()
  }
}
