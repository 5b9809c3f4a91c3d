import 'server-only'
import type { Observation } from '@/lib/timeline/observation'
import { notifyWatchers } from '../watches/watchers'
import { failedStep, type Collector } from './collector'

/** Metrics have their own, low rate limit: where it is used up, reading VMs continues without them. */
const metricsMilliseconds = 1500

/** Notifies the watches. What fails is repeated with the next observation, which shows the same change. */
export async function notifyFollowers(
  collector: Collector,
  observations: readonly Observation[],
  signal: AbortSignal,
): Promise<void> {
  const session = collector.openSession(signal, metricsMilliseconds)
  try {
    const notified = await notifyWatchers(collector.watchers, collector.watching, observations, session)
    if (!notified.ok) collector.say(failedStep('watch', notified.failure))
  } finally {
    session.close()
  }
}
