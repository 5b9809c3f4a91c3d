import 'server-only'
import { getSubscription } from '@/lib/azure/calls/subscriptions'
import type { Subscription } from '@/lib/contract/fleet'
import { errorCodeOf } from '../arm-error'
import { putGap, stopsLoad, type Load } from './load'

/** At most this many are requested one by one. */
const mostAsked = 20

/**
 * Checks subscriptions that the last list contained and this one does not. Azure has been seen to answer with an empty
 * or shortened list under status 200; only a subscription that ARM refuses when requested separately counts as
 * inaccessible. One that can still be read is read, and the load reports that the list was wrong.
 * @param known ids (lower case) and names of the last list
 */
export async function findMissing(load: Load, known: ReadonlyMap<string, string>): Promise<void> {
  const missing = [...known].filter(([id]) => !load.subscriptions.has(id))
  await Promise.all(
    missing.slice(0, mostAsked).map(async ([id, name]) => {
      const answer = await getSubscription(load.session, id)
      if (!answer.ok && stopsLoad(load, answer.failure)) return
      if (answer.ok) {
        const subscription: Subscription = { id, name, vms: null, error: null }
        load.subscriptions.set(id, subscription)
        putGap(load, { scope: 'tenant', kind: 'inventory', code: 'arm-unreadable' })
      } else {
        putGap(load, { scope: id, kind: 'subscription', code: errorCodeOf(answer.failure) }, answer.failure)
      }
    }),
  )
  for (const [id] of missing.slice(mostAsked)) putGap(load, { scope: id, kind: 'subscription', code: 'arm-unreadable' })
}
