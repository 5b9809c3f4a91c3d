import 'server-only'
import { randomUUID } from 'node:crypto'
import { personKey, type Caller } from '@/lib/auth/caller'
import { snapshotConfig } from '@/lib/config/snapshot-config'
import { apiError, type ApiError } from '@/lib/contract/errors'
import {
  snapshotEventKinds,
  snapshotContentSchema,
  snapshotParts,
  type ListedSnapshot,
  type SnapshotList,
  type SnapshotMaker,
  type SnapshotPreview,
  type SnapshotPreviewRequest,
  type SnapshotPublished,
  type SnapshotPublishRequest,
  type SnapshotRevoked,
} from '@/lib/contract/snapshots'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailureKind } from '@/lib/store/failure'
import { canPublish, publishDraft, putDraft, snapshotsPerPerson } from '@/lib/store/snapshots/drafts'
import { revokeSnapshot, snapshotsOfPerson } from '@/lib/store/snapshots/links'
import type { SnapshotOwner, StoredEvent, StoredSnapshot } from '@/lib/store/snapshots/types'
import type { Store } from '@/lib/store/store'
import { history } from '../history/handle'
import { fromHere, logAuditEvent, auditPerson, recordAuditEvent } from '../audit-log/record'
import { wrongPart } from '../vm-name'
import { inPassphraseTurn } from './passphrase-turns'
import { hashPassphrase, newToken, tokenHash } from './secrets'
import { takeView, takeVm } from './take'

const hourMilliseconds = 3_600_000

const ownerOf = (caller: Caller): SnapshotOwner => auditPerson(caller)

/** Where snapshots are disabled, their addresses do not exist. */
export function refusedWhereOff(): ApiError | null {
  return snapshotConfig().enabled ? null : apiError('not-found')
}

function take(caller: Caller, { subject, reveal }: SnapshotPreviewRequest, signal: AbortSignal) {
  if (subject.kind === 'view') return takeView(caller, subject.query, reveal, signal)
  return wrongPart(subject.vm) === null
    ? takeVm(caller, subject.vm, reveal, signal)
    : fail(apiError('request-invalid', { parameter: 'subject' }))
}

/** Reads what a link would show, and stores it as a draft: the link shows exactly what was previewed. */
export async function previewSnapshot(
  caller: Caller,
  request: SnapshotPreviewRequest,
  signal: AbortSignal,
): Promise<Result<SnapshotPreview, ApiError>> {
  const opened = await history()
  if (!opened.ok) return ok({ failure: opened.failure.kind, draft: null, content: null })
  const taken = await take(caller, request, signal)
  if (!taken.ok) return taken
  const content = taken.value
  const id = randomUUID()
  const kept = await putDraft(opened.value, {
    id,
    owner: ownerOf(caller),
    kind: content.kind,
    title: content.kind === 'vm' ? content.name : '',
    withheld: content.withheld,
    content: JSON.stringify(content),
    now: Date.now(),
  })
  const { kind } = content
  await recordAuditEvent('snapshot-previewed', caller, { subject: id, detail: { kind, reveal: request.reveal } })
  if (!kept.ok) return ok({ failure: kept.failure.kind, draft: null, content: null })
  return ok(kept.value ? { failure: null, draft: id, content } : { failure: 'full', draft: null, content: null })
}

const unpublished = (failure: StoreFailureKind | null): SnapshotPublished => ({ failure, token: null, expiresAt: null })

/** The maker as readers see it; undefined where the user shows none, or the directory states no name. */
function makerOf(caller: Caller, { madeBy }: SnapshotPublishRequest): SnapshotMaker | undefined {
  if (madeBy?.kind === 'typed') return { name: madeBy.name, isAccount: false }
  const name = madeBy?.kind === 'account' ? (caller.name ?? '') : ''
  return name === '' ? undefined : { name, isAccount: true }
}

/** Adds the maker to the content of a draft. */
function withMaker(content: string, madeBy: SnapshotMaker): string {
  const parsed = snapshotContentSchema.safeParse(JSON.parse(content))
  return parsed.success ? JSON.stringify({ ...parsed.data, madeBy }) : content
}

async function publish(store: Store, caller: Caller, request: SnapshotPublishRequest): Promise<SnapshotPublished> {
  const { draft, hours, passphrase } = request
  const [owner, id] = [ownerOf(caller), draft.toLowerCase()]
  const possible = await canPublish(store, owner, id, Date.now())
  if (!possible.ok) return unpublished(possible.failure.kind)
  if (!possible.value) return unpublished(null)
  const maker = makerOf(caller, request)
  const token = newToken()
  const kept = passphrase === null ? null : await hashPassphrase(passphrase)
  const now = Date.now()
  const expiresAt = now + hours * hourMilliseconds
  const publishing = {
    tokenHash: tokenHash(token),
    passphrase: kept,
    expiresAt,
    now,
    address: fromHere(),
    ...(maker !== undefined && { complete: (content: string) => withMaker(content, maker) }),
  }
  const done = await publishDraft(store, owner, id, publishing)
  if (!done.ok) return unpublished(done.failure.kind)
  if (!done.value) return unpublished(null)
  logAuditEvent('snapshot-made', caller, { subject: id, detail: {} })
  return { failure: null, token, expiresAt: new Date(expiresAt).toISOString() }
}

/** Creates a link from a draft. The token is in this response and nowhere else. */
export async function publishSnapshot(
  caller: Caller,
  request: SnapshotPublishRequest,
): Promise<Result<SnapshotPublished, ApiError>> {
  const { draft, hours, passphrase } = request
  if (hours > snapshotConfig().mostHours) return fail(apiError('request-invalid', { parameter: 'hours' }))
  const opened = await history()
  if (!opened.ok) return ok(unpublished(opened.failure.kind))
  const store = opened.value
  if (passphrase === null) return ok(await publish(store, caller, request))
  // An unknown draft takes no turn; `publish` checks again when its turn has come.
  const possible = await canPublish(store, ownerOf(caller), draft.toLowerCase(), Date.now())
  if (!possible.ok) return ok(unpublished(possible.failure.kind))
  if (!possible.value) return ok(unpublished(null))
  const done = await inPassphraseTurn([`person|${personKey(caller)}`], () => publish(store, caller, request))
  return done.ok ? done : fail(apiError('too-many-requests', { retryAfterSeconds: 1 }))
}

function listed(snapshot: StoredSnapshot, events: readonly StoredEvent[]): ListedSnapshot {
  const time = (at: number): string => new Date(at).toISOString()
  return {
    id: snapshot.id,
    kind: snapshot.kind,
    title: snapshot.title,
    withheld: snapshotParts.filter((part) => snapshot.withheld.includes(part)),
    hasPassphrase: snapshot.passphrase !== null,
    createdAt: time(snapshot.createdAt),
    expiresAt: time(snapshot.expiresAt),
    revokedAt: snapshot.revokedAt === null ? null : time(snapshot.revokedAt),
    views: snapshot.views,
    events: events
      .filter(({ snapshotId }) => snapshotId === snapshot.id)
      .flatMap(({ kind, at }) => {
        const known = snapshotEventKinds.find((one) => one === kind)
        return known === undefined ? [] : [{ kind: known, at: time(at) }]
      }),
  }
}

/** The links that a user created, with their events. */
export async function listSnapshots(caller: Caller): Promise<SnapshotList> {
  const opened = await history()
  const read = opened.ok ? await snapshotsOfPerson(opened.value, ownerOf(caller)) : opened
  if (!read.ok) return { failure: read.failure.kind, snapshots: [], most: snapshotsPerPerson }
  const { snapshots, events } = read.value
  return { failure: null, snapshots: snapshots.map((one) => listed(one, events)), most: snapshotsPerPerson }
}

/** Ends a link of the user. From then on no server opens it. */
export async function endSnapshot(caller: Caller, id: string): Promise<SnapshotRevoked> {
  const opened = await history()
  const done = opened.ok ? await revokeSnapshot(opened.value, ownerOf(caller), id, Date.now(), fromHere()) : opened
  if (!done.ok) return { failure: done.failure.kind, revoked: false }
  if (done.value) logAuditEvent('snapshot-revoked', caller, { subject: id, detail: {} })
  return { failure: null, revoked: done.value }
}
