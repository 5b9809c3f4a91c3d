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
import type { StuckSign } from '@/lib/timeline/stuck/signs'
import type { Heard } from './heard'
import { operatorId } from './operator-watches'

export interface Telling {
  readonly store: Store
  readonly place: { readonly cloud: string; readonly tenantId: string }
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Rules by which work may be stuck at the time of a look; asked only for work that somebody follows. */
  readonly signsOf: (look: Observation) => Promise<readonly StuckSign[]>
  /** For how long a person counts as allowed to read a VM after that was seen. */
  readonly proofMilliseconds: number
  /** What this process has told of already. */
  readonly heard: Heard
}

/** A state that comes back within so many milliseconds was never gone: two readers crossed. */
const flapMs = 120_000
/** Looks judged at once. */
const batchSize = 200
/** Rounds against other processes that judge the same looks. */
const rounds = 5

const working = new Set(['encrypting', 'decrypting'])

/** Whether a watch is to know a look: in its place, whatever the state is. */
function isConcerned({ target }: Watch, look: Observation): boolean {
  if (target.kind === 'vm') return target.id.toLowerCase() === look.id.toLowerCase()
  return isInView({ ...target.view, states: [] }, look, null)
}

/** Whether it is to be told: of a view, by the state before or after. */
function isMeant({ target }: Watch, look: Observation, before: WatchMemory | null): boolean {
  return target.kind === 'vm' || isInView(target.view, look, before?.state ?? null)
}

interface Pair {
  readonly watch: Watch
  readonly look: Observation
  readonly key: string
}

function pairsOf({ heard, now }: Telling, watches: readonly Watch[], looks: readonly Observation[]): readonly Pair[] {
  return looks.flatMap((look) =>
    watches
      .filter((watch) => isConcerned(watch, look))
      .map((watch) => ({ watch, look, key: memoryKey(watch.id, look.id.toLowerCase()) }))
      .filter(({ key }) => working.has(look.facts.state) || !heard.has(key, look, now())),
  )
}

async function changeOf(
  { signsOf, now }: Telling,
  { watch, look }: Pair,
  stored: StoredMemory | undefined,
): Promise<MemoryChange | null> {
  const memory = stored?.memory ?? null
  const mayBeStuck = memory !== null && !memory.stuck && working.has(look.facts.state)
  const signs = mayBeStuck ? await signsOf(look) : []
  const outcome = noticeOf({ memory, look, signs, tellPresent: watch.tellPresent, flapMs })
  if (outcome.memory === null || outcome.memory === memory) return null
  const isMuted = watch.mutedUntil !== null && watch.mutedUntil > now()
  const isTold =
    outcome.notice !== null && !isMuted && isWanted(outcome.notice.kind, watch.kinds) && isMeant(watch, look, memory)
  return {
    watchId: watch.id,
    vmId: look.id,
    memory: outcome.memory,
    version: stored?.version ?? 0,
    notice: isTold ? outcome.notice : null,
    channels: isTold ? watch.channels : [],
  }
}

/** Whether a notice needs the follower's right seen: a view names VMs by what they are, not by what the follower may read. */
function needsProof({ watch }: Pair): boolean {
  return watch.target.kind === 'view' && watch.follower.personId !== operatorId
}

interface Judged {
  readonly pair: Pair
  readonly change: MemoryChange | null
}

/**
 * Pairs whose notice waits: nothing of it is written before the follower is seen to be allowed to read the VM, so neither
 * rows nor numbers tell of it. The watch goes on knowing what it knew, and the next look after the proof tells.
 */
async function withheldOf(
  { store, now, proofMilliseconds }: Telling,
  judged: readonly Judged[],
): Promise<Result<ReadonlySet<Pair>, StoreFailure>> {
  const asking = judged.filter(({ pair, change }) => change !== null && change.notice !== null && needsProof(pair))
  const proved = await provedSince(
    store,
    [...new Set(asking.map(({ pair }) => pair.watch.id))],
    [...new Set(asking.map(({ pair }) => pair.look.id.toLowerCase()))],
    now() - proofMilliseconds,
  )
  if (!proved.ok) return proved
  return ok(new Set(asking.flatMap(({ pair }) => (proved.value.has(pair.key) ? [] : [pair]))))
}

/** Judges looks against what each watch knows. @returns those that another process overtook */
async function judge(telling: Telling, pairs: readonly Pair[]): Promise<Result<readonly Pair[], StoreFailure>> {
  const { store, now, heard } = telling
  const watchIds = [...new Set(pairs.map(({ watch }) => watch.id))]
  const vmKeys = [...new Set(pairs.map(({ look }) => look.id.toLowerCase()))]
  const memories = await readMemories(store, watchIds, vmKeys)
  if (!memories.ok) return memories
  const judged = await Promise.all(
    pairs.map(async (pair) => ({ pair, change: await changeOf(telling, pair, memories.value.get(pair.key)) })),
  )
  const withheld = await withheldOf(telling, judged)
  if (!withheld.ok) return withheld
  const open = judged.filter(({ pair }) => !withheld.value.has(pair))
  const written = await writeMemories(
    store,
    open.flatMap(({ change }) => (change === null ? [] : [change])),
    now(),
  )
  if (!written.ok) return written
  for (const { pair } of open) if (!written.value.has(pair.key)) heard.add(pair.key, pair.look, now())
  return ok(pairs.filter(({ key }) => written.value.has(key)))
}

async function tellBatch(telling: Telling, looks: readonly Observation[]): Promise<Result<null, StoreFailure>> {
  const { store, place } = telling
  const watches = await watchesOfVms(
    store,
    place,
    looks.map(({ id }) => id.toLowerCase()),
  )
  if (!watches.ok) return watches
  let pairs = pairsOf(telling, watches.value, looks)
  for (let round = 0; round < rounds && pairs.length > 0; round += 1) {
    const overtaken = await judge(telling, pairs)
    if (!overtaken.ok) return overtaken
    pairs = overtaken.value
  }
  return ok(null)
}

/**
 * Tells watches of looks: what is worth telling is written to the inboxes and the outbox, together with what each watch
 * knows from then on. The same looks twice, or looks of two readers, tell nothing twice. A process that dies before this
 * loses nothing: the next look shows the same change.
 * @param looks of one tenant, no VM twice
 */
export async function tellWatches(
  telling: Telling,
  looks: readonly Observation[],
): Promise<Result<null, StoreFailure>> {
  for (let from = 0; from < looks.length; from += batchSize) {
    const told = await tellBatch(telling, looks.slice(from, from + batchSize))
    if (!told.ok) return told
  }
  return ok(null)
}
