import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Caller } from '@/lib/auth/caller'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import { mayUseWebhook, webhookConfig, type WebhookTarget } from '@/lib/config/webhook-config'
import { apiError, type ApiError } from '@/lib/contract/errors'
import type { Watch, WatchChange, WatchChanged, WatchList, WatchRequest } from '@/lib/contract/watches'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { valueOrNull } from '@/lib/shared/known'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Store } from '@/lib/store/store'
import { noteProofs } from '@/lib/store/watches/proofs'
import type { Follower, Watch as StoredWatch } from '@/lib/store/watches/types'
import { changeWatches, deleteWatch, putWatch, watchesOfPerson, watchesPerPerson } from '@/lib/store/watches/watches'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { readAudit } from '../audit/read-audit'
import { azureTime } from '../azure-time'
import { history } from '../history/handle'
import { writeObservations } from '../history/health'
import { observeReading, observingFor } from '../history/observer'
import { openSession } from '../open-session'
import { readLive } from '../read-live'
import { parseVmId, wrongPart } from '../vm-name'
import { processWatchers } from './process-watchers'
import { startView } from './start-view'
import { notifyWatchers } from './watchers'

const deadlineMilliseconds = 30_000

export function followerOf({ cloud, tenantId, objectId }: Caller): Follower {
  return { cloud, tenantId, personId: objectId }
}

/** Webhooks that a user may use. */
function webhooksOf(caller: Caller): readonly WebhookTarget[] {
  return webhookConfig().targets.filter((target) => mayUseWebhook(target, caller))
}

/** The last time that an ISO text with a four-digit year can contain. */
const lastMoment = 253_402_300_799_999

function shownTarget(target: StoredWatch['target']): Watch['target'] | null {
  if (target.kind === 'vm') {
    const vm = parseVmId(target.id)
    return vm === null ? null : { kind: 'vm', vm }
  }
  const { subscriptions, groups, os, states } = target.view
  const view = { subscriptions: [...subscriptions], groups: [...groups], os: [...os], states: [...states] }
  return { kind: 'view', name: target.name, view }
}

function shownWatch({ id, target, kinds, channels, mutedUntil, createdAt }: StoredWatch): readonly Watch[] {
  const shown = shownTarget(target)
  if (shown === null) return []
  return [
    {
      id,
      target: shown,
      kinds: [...kinds],
      channels: [...channels],
      mutedUntil: mutedUntil === null ? null : new Date(Math.min(mutedUntil, lastMoment)).toISOString(),
      createdAt: new Date(createdAt).toISOString(),
    },
  ]
}

/** The watches of a user, and the webhooks that the user may choose. */
export async function listWatches(caller: Caller): Promise<WatchList> {
  const opened = await history()
  const read = opened.ok ? await watchesOfPerson(opened.value, followerOf(caller)) : opened
  return {
    failure: read.ok ? null : read.failure.kind,
    watches: read.ok ? read.value.flatMap(shownWatch) : [],
    webhooks: webhooksOf(caller).map(({ name, kind }) => ({ name, kind })),
    most: watchesPerPerson,
    proofHours: webhookConfig().proofHours,
  }
}

function mayUse(caller: Caller, channels: readonly string[] | undefined): boolean {
  const allowed = new Set(webhooksOf(caller).map(({ name }) => name))
  return (channels ?? []).every((channel) => allowed.has(channel))
}

async function store(
  opened: Store,
  caller: Caller,
  request: WatchRequest,
  target: StoredWatch['target'],
): Promise<WatchChanged> {
  const put = await putWatch(opened, {
    id: randomUUID(),
    follower: followerOf(caller),
    target,
    kinds: request.kinds,
    channels: [...new Set(request.channels)],
    mutedUntil: null,
    language: request.language,
    notifyCurrent: false,
    createdAt: Date.now(),
  })
  if (!put.ok) return { failure: put.failure.kind, id: null, changed: 0 }
  return { failure: null, id: put.value, changed: put.value === null ? 0 : 1 }
}

/** Watches a VM that the user can read now. That observation is the baseline for later changes. */
async function followVm(
  opened: Store,
  caller: Caller,
  request: WatchRequest & { readonly target: { readonly vm: VmName } },
  signal: AbortSignal,
): Promise<Result<WatchChanged, ApiError>> {
  const { vm } = request.target
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) return fail(body.failure)
    const at = azureTime(session, Date.now())
    const facts = readVmFacts(body.value.json)
    const { attestation } = await readAudit(caller, vm, facts, signal)
    const judged = judgeWithAudit(facts, valueOrNull(attestation), at)
    const observation = observeReading(observingFor(caller), vmIdOf(vm), judged, at)
    const done = await store(opened, caller, request, { kind: 'vm', id: observation.id })
    if (done.id === null) return ok(done)
    await writeObservations(opened, [observation])
    await notifyWatchers(processWatchers(opened), observation, [observation], null)
    await noteProofs(opened, [done.id], { readable: [observation.id.toLowerCase()], hidden: [] }, Date.now())
    return ok(done)
  } finally {
    session.close()
  }
}

const sorted = <Value extends string>(values: readonly Value[]): readonly Value[] => [...new Set(values)].sort()

/** Epoch milliseconds on Azure's clock; on this machine's where Azure does not answer. */
async function azureNow(caller: Caller, signal: AbortSignal): Promise<number> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    await listSubscriptions(session)
    return session.azureClock.of(Date.now())
  } finally {
    session.close()
  }
}

/** Watches a VM or a view, or changes the settings of the watch. */
export async function follow(
  caller: Caller,
  request: WatchRequest,
  signal: AbortSignal,
): Promise<Result<WatchChanged, ApiError>> {
  if (!mayUse(caller, request.channels)) return fail(apiError('request-invalid', { parameter: 'channels' }))
  const opened = await history()
  if (!opened.ok) return ok({ failure: opened.failure.kind, id: null, changed: 0 })
  const { target } = request
  if (target.kind === 'vm') {
    if (wrongPart(target.vm) !== null) return fail(apiError('request-invalid', { parameter: 'target' }))
    return followVm(opened.value, caller, { ...request, target }, signal)
  }
  const lower = (texts: readonly string[]) => sorted(texts.map((text) => text.toLowerCase()))
  const { subscriptions, groups, os, states } = target.view
  const view = { subscriptions: lower(subscriptions), groups: lower(groups), os: sorted(os), states: sorted(states) }
  const done = await store(opened.value, caller, request, { kind: 'view', name: target.name, view })
  if (done.id === null) return ok(done)
  const watch = { id: done.id, follower: followerOf(caller), view }
  const started = await startView(opened.value, watch, await azureNow(caller, signal))
  return ok(started.ok ? done : { ...done, failure: started.failure.kind })
}

/** Changes one watch of the user, or all. @param id null for all */
export async function changeWatch(
  caller: Caller,
  id: string | null,
  { mutedUntil, kinds, channels }: WatchChange,
): Promise<Result<WatchChanged, ApiError>> {
  if (!mayUse(caller, channels)) return fail(apiError('request-invalid', { parameter: 'channels' }))
  const opened = await history()
  if (!opened.ok) return ok({ failure: opened.failure.kind, id: null, changed: 0 })
  const changed = await changeWatches(opened.value, followerOf(caller), id, {
    ...(mutedUntil !== undefined && { mutedUntil: mutedUntil === null ? null : Date.parse(mutedUntil) }),
    ...(kinds !== undefined && { kinds }),
    ...(channels !== undefined && { channels }),
  })
  return ok(
    changed.ok
      ? { failure: null, id, changed: changed.value }
      : { failure: changed.failure.kind, id: null, changed: 0 },
  )
}

/** Deletes a watch of the user. */
export async function unfollow(caller: Caller, id: string): Promise<WatchChanged> {
  const opened = await history()
  const done = opened.ok ? await deleteWatch(opened.value, followerOf(caller), id) : opened
  if (!done.ok) return { failure: done.failure.kind, id: null, changed: 0 }
  return { failure: null, id: done.value ? id : null, changed: done.value ? 1 : 0 }
}
