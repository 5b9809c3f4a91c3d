import 'server-only'
import {
  memoryKey,
  readMemories,
  writeMemories,
  type MemoryChange,
  type StoredMemory,
} from '@/lib/store/watches/memories'
import { provedSince } from '@/lib/store/watches/proofs'
import type { Watch } from '@/lib/store/watches/types'
import { watchesOfVms } from '@/lib/store/watches/watches'
import type { StoreFailure } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import { ok, type Result } from '@/lib/shared/result'
import { isWanted, noticeOf } from '@/lib/timeline/notice/notices'
import type { WatchMemory } from '@/lib/timeline/notice/types'
import { isInView, type FollowedView } from '@/lib/timeline/notice/view'
import type { Observation } from '@/lib/timeline/observation'
import type { StallSign } from '@/lib/timeline/stuck/signs'
import type { NotificationDedupe } from './notification-dedupe'
import { operatorId } from './operator-watches'

export interface WatchEvaluation {
  readonly store: Store
  readonly place: { readonly cloud: string; readonly tenantId: string }
  /** Epoch milliseconds. */
  readonly now: () => number
  /** The rules by which work may be stuck at the time of an observation; evaluated only for watched work. */
  readonly signsOf: (observation: Observation) => Promise<readonly StallSign[]>
  /** How long a user counts as allowed to read a VM after that was proved. */
  readonly proofMilliseconds: number
  /** What this process has passed to watches already. */
  readonly dedupe: NotificationDedupe
}

/** A state that returns within this many milliseconds counts as unchanged: two readers overlapped. */
const flapMs = 120_000
/** Observations evaluated at once. */
const batchSize = 200
/** Pairs of a watch and a VM that are compared and written in one transaction. */
export const mostPairs = 1000
/** Rounds in which other processes may evaluate the same observations first. */
const rounds = 5

const working = new Set(['encrypting', 'decrypting'])

/** Watches by what they track: by VM, and by the filters of views except states, each distinct one once. */
interface TrackedTargets {
  readonly ofVm: ReadonlyMap<string, readonly Watch[]>
  readonly views: readonly { readonly view: FollowedView; readonly watches: readonly Watch[] }[]
}

function trackedTargets(watches: readonly Watch[]): TrackedTargets {
  const ofVm = new Map<string, Watch[]>()
  const views = new Map<string, { readonly view: FollowedView; readonly watches: Watch[] }>()
  for (const watch of watches) {
    const { target } = watch
    if (target.kind === 'vm') {
      const key = target.id.toLowerCase()
      ofVm.set(key, [...(ofVm.get(key) ?? []), watch])
    } else {
      const view = { ...target.view, states: [] }
      const key = JSON.stringify([view.subscriptions, view.groups, view.os])
      const known = views.get(key)
      if (known === undefined) views.set(key, { view, watches: [watch] })
      else known.watches.push(watch)
    }
  }
  return { ofVm, views: [...views.values()] }
}

/** The watches that track an observation: of its VM, or of a VM that their view's filters match, in any state. */
function watchesOf({ ofVm, views }: TrackedTargets, observation: Observation): readonly Watch[] {
  const matching = views.filter(({ view }) => isInView(view, observation, null))
  return [...(ofVm.get(observation.id.toLowerCase()) ?? []), ...matching.flatMap((each) => each.watches)]
}

/** Whether a change belongs to the watch's target: for a view, by the state before or after. */
function isMeant({ target }: Watch, observation: Observation, before: WatchMemory | null): boolean {
  return target.kind === 'vm' || isInView(target.view, observation, before?.state ?? null)
}

interface Pair {
  readonly watch: Watch
  readonly observation: Observation
  readonly key: string
}

function pairsOf(
  { dedupe, now }: WatchEvaluation,
  watches: readonly Watch[],
  observations: readonly Observation[],
): readonly Pair[] {
  const tracked = trackedTargets(watches)
  return observations.flatMap((observation) =>
    watchesOf(tracked, observation)
      .map((watch) => ({ watch, observation, key: memoryKey(watch.id, observation.id.toLowerCase()) }))
      .filter(({ key }) => working.has(observation.facts.state) || !dedupe.has(key, observation, now())),
  )
}

async function changeOf(
  { signsOf, now }: WatchEvaluation,
  { watch, observation }: Pair,
  stored: StoredMemory | undefined,
): Promise<MemoryChange | null> {
  const memory = stored?.memory ?? null
  const mayBeStuck = memory !== null && !memory.stuck && working.has(observation.facts.state)
  const signs = mayBeStuck ? await signsOf(observation) : []
  const outcome = noticeOf({ memory, observation, signs, notifyCurrent: watch.notifyCurrent, flapMs })
  if (outcome.memory === null || outcome.memory === memory) return null
  const isMuted = watch.mutedUntil !== null && watch.mutedUntil > now()
  const isCounted =
    outcome.notice !== null &&
    !isMuted &&
    isWanted(outcome.notice.kind, watch.kinds) &&
    isMeant(watch, observation, memory)
  return {
    watchId: watch.id,
    vmId: observation.id,
    memory: outcome.memory,
    version: stored?.version ?? 0,
    notice: isCounted ? outcome.notice : null,
    channels: isCounted ? watch.channels : [],
  }
}

/**
 * Whether a notice requires a proof of the user's right: a view selects VMs by their properties, not by what its user
 * may read.
 */
function needsProof({ watch }: Pair): boolean {
  return watch.target.kind === 'view' && watch.follower.personId !== operatorId
}

interface Judged {
  readonly pair: Pair
  readonly change: MemoryChange | null
}

/**
 * Pairs whose notice is withheld: nothing of it is written before it is proved that the user may read the VM, so
 * neither rows nor numbers reveal it. The watch's memory stays unchanged, and the next observation after the proof
 * causes the notice.
 */
async function withheldOf(
  { store, now, proofMilliseconds }: WatchEvaluation,
  judged: readonly Judged[],
): Promise<Result<ReadonlySet<Pair>, StoreFailure>> {
  const asking = judged.filter(({ pair, change }) => change !== null && change.notice !== null && needsProof(pair))
  const proved = await provedSince(
    store,
    [...new Set(asking.map(({ pair }) => pair.watch.id))],
    [...new Set(asking.map(({ pair }) => pair.observation.id.toLowerCase()))],
    now() - proofMilliseconds,
  )
  if (!proved.ok) return proved
  return ok(new Set(asking.flatMap(({ pair }) => (proved.value.has(pair.key) ? [] : [pair]))))
}

/** Compares observations with each watch's memory. @returns the pairs that another process wrote first */
async function judge(
  evaluation: WatchEvaluation,
  pairs: readonly Pair[],
): Promise<Result<readonly Pair[], StoreFailure>> {
  const { store, now, dedupe } = evaluation
  const watchIds = [...new Set(pairs.map(({ watch }) => watch.id))]
  const vmKeys = [...new Set(pairs.map(({ observation }) => observation.id.toLowerCase()))]
  const memories = await readMemories(store, watchIds, vmKeys)
  if (!memories.ok) return memories
  const judged = await Promise.all(
    pairs.map(async (pair) => ({ pair, change: await changeOf(evaluation, pair, memories.value.get(pair.key)) })),
  )
  const withheld = await withheldOf(evaluation, judged)
  if (!withheld.ok) return withheld
  const open = judged.filter(({ pair }) => !withheld.value.has(pair))
  const written = await writeMemories(
    store,
    open.flatMap(({ change }) => (change === null ? [] : [change])),
    now(),
  )
  if (!written.ok) return written
  for (const { pair } of open) if (!written.value.has(pair.key)) dedupe.add(pair.key, pair.observation, now())
  return ok(pairs.filter(({ key }) => written.value.has(key)))
}

async function evaluateBatch(
  evaluation: WatchEvaluation,
  observations: readonly Observation[],
): Promise<Result<null, StoreFailure>> {
  const { store, place } = evaluation
  const watches = await watchesOfVms(
    store,
    place,
    observations.map(({ id }) => id.toLowerCase()),
  )
  if (!watches.ok) return watches
  const all = pairsOf(evaluation, watches.value, observations)
  for (let from = 0; from < all.length; from += mostPairs) {
    let pairs: readonly Pair[] = all.slice(from, from + mostPairs)
    for (let round = 0; round < rounds && pairs.length > 0; round += 1) {
      const overtaken = await judge(evaluation, pairs)
      if (!overtaken.ok) return overtaken
      pairs = overtaken.value
    }
    // Other work gets its turn, however many users follow the same VMs.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ok(null)
}

/**
 * Passes observations to watches: notices are written to inboxes and deliveries, together with each watch's new memory.
 * The same observations twice, or those of two readers, cause no second notice. A process that dies before this loses
 * nothing: the next observation shows the same change.
 * @param observations of one tenant, no VM twice
 */
export async function evaluateWatches(
  evaluation: WatchEvaluation,
  observations: readonly Observation[],
): Promise<Result<null, StoreFailure>> {
  for (let from = 0; from < observations.length; from += batchSize) {
    const delivered = await evaluateBatch(evaluation, observations.slice(from, from + batchSize))
    if (!delivered.ok) return delivered
  }
  return ok(null)
}
