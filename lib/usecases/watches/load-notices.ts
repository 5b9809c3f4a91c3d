import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmSession } from '@/lib/azure/session'
import type { NoticeList, DeliveredNotice } from '@/lib/contract/notices'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { StoreFailureKind } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import { notificationsOf, type Notification } from '@/lib/store/watches/inbox'
import { noteProofs } from '@/lib/store/watches/proofs'
import type { Watch } from '@/lib/store/watches/types'
import { watchesOfPerson } from '@/lib/store/watches/watches'
import type { Observation } from '@/lib/timeline/observation'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { readAuditsOf, type ReadVm } from '../audit/read-audit'
import { azureTime } from '../azure-time'
import { history } from '../history/handle'
import { writeObservations } from '../history/health'
import { observeReading, observingFor } from '../history/observer'
import { openSession } from '../open-session'
import { readLive } from '../read-live'
import { parseVmId } from '../vm-name'
import { dueVms } from './due-vms'
import { followerOf } from './manage'
import { processWatchers } from './process-watchers'
import { proveViews } from './prove-views'
import { notifyWatchers } from './watchers'

const deadlineMilliseconds = 25_000
/** Notices in one answer. */
const most = 50

type Readable = 'yes' | 'no' | 'not-known'

/** Reads VMs with the user's rights; each VM once per request. */
class Reader {
  readonly #known = new Map<string, Promise<Readable>>()
  readonly #read: (ReadVm & { readonly at: string })[] = []

  constructor(
    private readonly caller: Caller,
    private readonly session: ArmSession,
  ) {}

  read(vm: VmName): Promise<Readable> {
    const key = vmIdOf(vm).toLowerCase()
    const known = this.#known.get(key) ?? this.#ask(vm)
    this.#known.set(key, known)
    return known
  }

  async #ask(vm: VmName): Promise<Readable> {
    const body = await readLive(this.session, vm)
    if (!body.ok) return body.failure.code === 'not-found' ? 'no' : 'not-known'
    this.#read.push({ vm, facts: readVmFacts(body.value.json), at: azureTime(this.session, Date.now()) })
    return 'yes'
  }

  /** The readings so far as observations, judged as the fleet judges: with the attestations of guest configuration. */
  async observations(): Promise<readonly Observation[]> {
    const read = this.#read.slice()
    const audits = await readAuditsOf(this.session, read)
    return read.map(({ vm, facts, at }) => {
      const id = vmIdOf(vm)
      const judged = judgeWithAudit(facts, audits.get(id.toLowerCase()) ?? null, at)
      return observeReading(observingFor(this.caller), id, judged, at)
    })
  }

  /** ARM ids in lower case of the VMs that were read, and of those that the user cannot see. */
  async outcome(): Promise<{ readonly readable: readonly string[]; readonly hidden: readonly string[] }> {
    const all = await Promise.all([...this.#known].map(async ([key, found]) => [key, await found] as const))
    const of = (wanted: Readable) => all.filter(([, found]) => found === wanted).map(([key]) => key)
    return { readable: of('yes'), hidden: of('no') }
  }
}

function deliveredNoticeOf({ id, watchId, notice, createdAt, undelivered }: Notification, vm: VmName): DeliveredNotice {
  return {
    id,
    watchId,
    vm: { ...vm },
    notice: { ...notice },
    createdAt: new Date(createdAt).toISOString(),
    undelivered: [...undelivered],
  }
}

/** Removes duplicates: two watches of one user can report the same change of a VM. */
function withoutDoubles(notifications: readonly Notification[]): readonly Notification[] {
  const seen = new Set<string>()
  return notifications.filter(({ vmId, notice: { kind, state, at } }) => {
    const key = [vmId.toLowerCase(), kind, state, at].join('\n')
    return !seen.has(key) && seen.add(key)
  })
}

interface Shown {
  readonly notices: DeliveredNotice[]
  readonly newest: number
}

/**
 * The notifications of VMs that the user can read now. Where that could not be determined, they stay for the next
 * request.
 */
async function readable(reader: Reader, found: readonly Notification[], after: number): Promise<Shown> {
  const judged = await Promise.all(
    withoutDoubles(found).map(async (notification) => {
      const vm = parseVmId(notification.vmId)
      const may = vm === null ? 'no' : await reader.read(vm)
      return { notification, vm, may }
    }),
  )
  const open = judged.filter(({ may }) => may === 'not-known').map(({ notification }) => notification.id)
  const notices = judged.flatMap(({ notification, vm, may }) =>
    may === 'yes' && vm !== null ? [deliveredNoticeOf(notification, vm)] : [],
  )
  // Only of shown notices: a number that rises without a notice would reveal events of a VM that the user cannot read.
  const newest = Math.max(after, ...notices.map(({ id }) => id))
  return {
    notices,
    newest: open.length === 0 ? newest : Math.min(newest, Math.min(...open) - 1),
  }
}

interface Work {
  readonly caller: Caller
  readonly store: Store
  readonly watches: readonly Watch[]
  readonly after: number
}

const viewsOf = (watches: readonly Watch[]): readonly string[] =>
  watches.filter(({ target }) => target.kind === 'view').map(({ id }) => id)

/** Reads watched VMs without a recent observation, so that notices work without a collector. */
async function readRelated({ caller, store, watches }: Work, session: ArmSession, reader: Reader): Promise<void> {
  // Azure's clock dates observations.
  const due = await dueVms(store, followerOf(caller), watches, session.azureClock.of(Date.now()))
  await Promise.all(due.map((vm) => reader.read(vm)))
  const observations = await reader.observations()
  // These VMs were read with the user's own rights, which is also the proof for the user's views.
  await noteProofs(store, viewsOf(watches), await reader.outcome(), Date.now())
  const recorded = await writeObservations(store, observations)
  if (recorded.ok) await notifyWatchers(processWatchers(store), followerOf(caller), observations, session)
}

async function load(work: Work, session: ArmSession): Promise<NoticeList | StoreFailureKind> {
  const { caller, store, watches, after } = work
  const reader = new Reader(caller, session)
  await readRelated(work, session, reader)
  const found = await notificationsOf(store, followerOf(caller), most)
  if (!found.ok) return found.failure.kind
  const shown = await readable(
    reader,
    found.value.filter(({ id }) => id > after),
    after,
  )
  const delivered = watches.filter(({ channels }) => channels.length > 0)
  const vmWatches = delivered.filter(({ target }) => target.kind === 'vm').map(({ id }) => id)
  await noteProofs(store, vmWatches, await reader.outcome(), Date.now())
  await proveViews(store, session, viewsOf(watches))
  return { failure: null, following: true, ...shown }
}

/**
 * The notices of the VMs that a user watches, after the notice with a number. Only of VMs that the user can read at
 * this moment: each is read with the user's rights, and notices of any other stay hidden.
 */
export async function loadNotices(caller: Caller, after: number, signal: AbortSignal): Promise<NoticeList> {
  const nothing = (failure: StoreFailureKind | null): NoticeList => ({
    failure,
    following: false,
    notices: [],
    newest: after,
  })
  const opened = await history()
  if (!opened.ok) return nothing(opened.failure.kind)
  const watches = await watchesOfPerson(opened.value, followerOf(caller))
  if (!watches.ok) return nothing(watches.failure.kind)
  if (watches.value.length === 0) return nothing(null)
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const loaded = await load({ caller, store: opened.value, watches: watches.value, after }, session)
    return typeof loaded === 'string' ? { ...nothing(loaded), following: true } : loaded
  } finally {
    session.close()
  }
}
