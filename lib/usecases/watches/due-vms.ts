import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { Store } from '@/lib/store/store'
import { readLastObservations } from '@/lib/store/watches/last-observations'
import { memoryKey } from '@/lib/store/watches/memories'
import { provedSince } from '@/lib/store/watches/proofs'
import type { Follower, Watch } from '@/lib/store/watches/types'
import { parseVmId } from '../vm-name'

/** VMs read for one request; the rest wait for the next. */
const most = 20
/** A right to read is proved again after this long. */
const proofMilliseconds = 3_600_000

const moving = new Set(['encrypting', 'decrypting', 'restart-pending'])

interface Candidate {
  readonly vm: VmName
  readonly since: number
}

/**
 * An observation dated well after `now` came from a clock that is ahead of this machine's: its age is unknown, so it is
 * due, because waiting for this clock to catch up could take long.
 */
function isDue(age: number, interval: number, ahead: number): boolean {
  return age >= interval || age <= -ahead
}

/**
 * Watched VMs that must be read now: their last observation is older than their interval, or a webhook needs a new
 * proof of the user's right. The most overdue first.
 * @param now epoch milliseconds on Azure's clock, which dates observations
 */
export async function dueVms(
  store: Store,
  follower: Follower,
  watches: readonly Watch[],
  now: number,
): Promise<readonly VmName[]> {
  const { polling } = store.config
  const followed = watches.flatMap((watch) => {
    const vm = watch.target.kind === 'vm' ? parseVmId(watch.target.id) : null
    return vm === null || watch.target.kind !== 'vm' ? [] : [{ watch, vm, key: watch.target.id.toLowerCase() }]
  })
  const observations = await readLastObservations(
    store,
    follower,
    followed.map(({ key }) => key),
  )
  const proved = await provedSince(
    store,
    followed.map(({ watch }) => watch.id),
    followed.map(({ key }) => key),
    Date.now() - proofMilliseconds,
  )
  if (!observations.ok || !proved.ok) return []
  const due = followed.flatMap(({ watch, vm, key }): readonly Candidate[] => {
    const last = observations.value.get(key)
    const interval = last !== undefined && moving.has(last.state) ? polling.movingMs : polling.quietMs
    const isOld = last === undefined || isDue(now - last.lastSeen, interval, polling.movingMs)
    const needsProof = watch.channels.length > 0 && !proved.value.has(memoryKey(watch.id, key))
    return isOld || needsProof ? [{ vm, since: last?.lastSeen ?? 0 }] : []
  })
  return due
    .sort((a, b) => a.since - b.since)
    .slice(0, most)
    .map(({ vm }) => vm)
}
