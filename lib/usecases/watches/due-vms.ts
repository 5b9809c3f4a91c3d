import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { Store } from '@/lib/store/store'
import { lastLooks } from '@/lib/store/watches/last-looks'
import { memoryKey } from '@/lib/store/watches/memories'
import { provedSince } from '@/lib/store/watches/proofs'
import type { Follower, Watch } from '@/lib/store/watches/types'
import { parseVmId } from '../vm-name'

/** VMs read for one answer; the rest have their turn at the next. */
const most = 20
/** A right to read is seen anew after so long. */
const proofMilliseconds = 3_600_000

const moving = new Set(['encrypting', 'decrypting', 'restart-pending'])

interface Candidate {
  readonly vm: VmName
  readonly since: number
}

/**
 * A look from well ahead of now was dated by a clock that this machine's is behind of: its age is not known, and waiting
 * until now has caught up could take as long as that.
 */
function isDue(age: number, interval: number, ahead: number): boolean {
  return age >= interval || age <= -ahead
}

/**
 * Followed VMs that are to be read now: nobody looked at them within their interval, or a webhook needs the follower's
 * right seen again. The longest waiting first.
 * @param now epoch milliseconds on Azure's clock, by which looks are dated
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
  const looks = await lastLooks(
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
  if (!looks.ok || !proved.ok) return []
  const due = followed.flatMap(({ watch, vm, key }): readonly Candidate[] => {
    const last = looks.value.get(key)
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
