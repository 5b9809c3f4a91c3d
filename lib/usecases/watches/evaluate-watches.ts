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
import { isInView } from '@/lib/timeline/notice/view'
import type { Observation } from '@/lib/timeline/observation'
import type { StallSign } from '@/lib/timeline/stuck/signs'
import type { NotificationDedupe } from './notification-dedupe'
import { operatorId } from './operator-watches'
import { groupsOf, trackedBy, type WatchGroup } from './tracked-watches'

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

/** Whether a change belongs to the watch's target: for a view, by the state before or after. */
function isMeant({ target }: Watch, observation: Observation, before: WatchMemory | null): boolean {
  return target.kind === 'vm' || isInView(target.view, observation, before?.state ?? null)
}

/** An observation, and the watches that select its VM in the same way. */
interface Item {
  readonly group: WatchGroup
  readonly observation: Observation
  readonly key: string
}

interface Pair {
  readonly item: Item
  readonly watch: Watch
  readonly observation: Observation
  readonly key: string
}

const pairOf = (item: Item, watch: Watch): Pair => ({
  item,
  watch,
  observation: item.observation,
  key: memoryKey(watch.id, item.observation.id.toLowerCase()),
})

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

interface Outcome {
  /** Pairs that are compared for good; those whose notice is withheld are not. */
  readonly compared: readonly Pair[]
  /** Pairs that another process wrote first. */
  readonly overtaken: readonly Pair[]
}

/** Compares observations with each watch's memory. */
async function judge(evaluation: WatchEvaluation, pairs: readonly Pair[]): Promise<Result<Outcome, StoreFailure>> {
  const { store, now } = evaluation
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
  return ok({
    compared: open.flatMap(({ pair }) => (written.value.has(pair.key) ? [] : [pair])),
    overtaken: pairs.filter(({ key }) => written.value.has(key)),
  })
}

/**
 * The items whose watches were compared a while ago and have nothing new to compare: another process would have changed
 * what one of them knows.
 */
async function unchangedOf(
  evaluation: WatchEvaluation,
  old: readonly Pair[],
): Promise<Result<ReadonlySet<Item>, StoreFailure>> {
  const memories = await readMemories(
    evaluation.store,
    [...new Set(old.map(({ watch }) => watch.id))],
    [...new Set(old.map(({ observation }) => observation.id.toLowerCase()))],
  )
  if (!memories.ok) return memories
  const changes = await Promise.all(old.map((pair) => changeOf(evaluation, pair, memories.value.get(pair.key))))
  return ok(new Set(old.flatMap(({ item }, index) => (changes[index] === null ? [item] : []))))
}

/** The pairs to compare: of a VM that looks as before, only those of new watches. */
async function duePairs(
  evaluation: WatchEvaluation,
  items: readonly Item[],
): Promise<Result<readonly Pair[], StoreFailure>> {
  const { dedupe, now, signsOf } = evaluation
  const known = await Promise.all(
    items.map(async (item) => {
      const { group, observation, key } = item
      const { missing, isOld } = dedupe.due(key, observation, group.ids, now())
      const compared = missing === group.ids ? undefined : group.watches.find(({ id }) => !missing.has(id))
      const mayBeStuck = compared !== undefined && working.has(observation.facts.state)
      const isStuck = mayBeStuck && (await signsOf(observation)).length > 0
      return { item, missing: isStuck ? group.ids : missing, old: compared && isOld ? pairOf(item, compared) : null }
    }),
  )
  const unchanged = await unchangedOf(
    evaluation,
    known.flatMap(({ old }) => old ?? []),
  )
  if (!unchanged.ok) return unchanged
  const pairs = known.flatMap(({ item, missing, old }) => {
    const isOvertaken = old !== null && !unchanged.value.has(item)
    if (isOvertaken) dedupe.forget(item.key)
    else if (old !== null) dedupe.renew(item.key, now())
    const due = isOvertaken ? item.group.ids : missing
    return due.size === 0 ? [] : item.group.watches.filter(({ id }) => due.has(id)).map((watch) => pairOf(item, watch))
  })
  return ok(pairs)
}

/** Records which watches were compared, per item. */
function noteCompared({ dedupe, now }: WatchEvaluation, compared: readonly Pair[]): void {
  const byItem = new Map<Item, string[]>()
  for (const { item, watch } of compared) {
    const known = byItem.get(item)
    if (known === undefined) byItem.set(item, [watch.id])
    else known.push(watch.id)
  }
  for (const [item, ids] of byItem) {
    const { group, key, observation } = item
    dedupe.add(key, observation, ids.length === group.ids.size ? group.ids : dedupe.groupOf(ids), now())
  }
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
  const tracked = trackedBy(evaluation.dedupe, watches.value)
  const items = observations.flatMap((observation) =>
    groupsOf(tracked, observation).map((group): Item => {
      return { group, observation, key: memoryKey(group.key, observation.id.toLowerCase()) }
    }),
  )
  const due = await duePairs(evaluation, items)
  if (!due.ok) return due
  const all = due.value
  const compared: Pair[] = []
  for (let from = 0; from < all.length; from += mostPairs) {
    let pairs: readonly Pair[] = all.slice(from, from + mostPairs)
    for (let round = 0; round < rounds && pairs.length > 0; round += 1) {
      const judged = await judge(evaluation, pairs)
      if (!judged.ok) return judged
      compared.push(...judged.value.compared)
      pairs = judged.value.overtaken
    }
    // Other work gets its turn, however many users follow the same VMs.
    await new Promise((resolve) => setImmediate(resolve))
  }
  noteCompared(evaluation, compared)
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
