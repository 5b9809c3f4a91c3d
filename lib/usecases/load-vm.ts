import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import { personKey, type Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { VmDetail } from '@/lib/contract/vm'
import type { AttestationFacts } from '@/lib/facts/surroundings/types'
import type { VmFacts } from '@/lib/facts/types'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { valueOrNull } from '@/lib/shared/known'
import { ok, type Result } from '@/lib/shared/result'
import { readLatestModelApplied } from '@/lib/wire/virtualMachine'
import { readCourse } from './course/read-course'
import { lookAt, observer, observingFor } from './history/observer'
import { remember } from './history/remember'
import { readingsOf } from './fleet/readings'
import { readRow } from './fleet/rows'
import { openSession } from './open-session'
import { displayJson } from './display-json'
import { readLive } from './read-live'
import { readAttestation } from './surroundings/guest-parts'
import { vmPlaceOf } from './surroundings/vm-place'
import { vmDetail } from './vm-detail'

const deadlineMilliseconds = 60_000
/** An audit is a second opinion; nobody waits for it longer than this. */
const auditDeadlineMilliseconds = 5_000

/** Where nothing points to disk encryption, an audit could not change the verdict. */
function mayBeAttested({ adeExtensions, diskViews }: VmFacts): boolean {
  return adeExtensions.length > 0 || diskViews.some(({ settings }) => settings.length > 0)
}

interface Audit {
  readonly audit: AttestationFacts | null
  /** Requests that ARM got for it. */
  readonly requests: number
}

const noAudit: Audit = { audit: null, requests: 0 }

async function readAudit(caller: Caller, vm: VmName, signal: AbortSignal): Promise<Audit> {
  const place = vmPlaceOf(vm)
  if (place === null) return noAudit
  const session = openSession(caller, signal, auditDeadlineMilliseconds)
  try {
    const audit = valueOrNull(await readAttestation(session, place))
    return { audit, requests: session.usage.requests }
  } finally {
    session.close()
  }
}

/** A later fleet must not show an older reading than this page. */
function keepReading(caller: Caller, vm: VmName, facts: VmFacts, readAt: string, audit: AttestationFacts | null): void {
  const row = readRow(vmIdOf(vm), vm, facts, readAt, audit)
  const hasExtension = facts.adeExtensions.some((extension) => extension.resource !== null)
  const at = Date.parse(readAt)
  readingsOf(personKey(caller), at).update(row.key, { row, readAt: at, hasExtension })
}

/**
 * Reads one VM as its caller and judges it. A VM that is not there and one that the person may not read give the same
 * answer: nobody learns here which names exist.
 */
export async function loadVm(caller: Caller, vm: VmName, signal: AbortSignal): Promise<Result<VmDetail, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) {
      if (body.failure.code === 'not-found') readingsOf(personKey(caller), Date.now()).drop(vmIdOf(vm).toLowerCase())
      return body
    }
    const { json } = body.value
    const facts = readVmFacts(json)
    const readAt = new Date().toISOString()
    observer(observingFor(caller), remember, session.azureClock.of).read(vmIdOf(vm), facts, readAt)
    const look = lookAt(
      observingFor(caller),
      vmIdOf(vm),
      facts,
      new Date(session.azureClock.of(Date.parse(readAt))).toISOString(),
    )
    const [{ audit, requests }, known] = await Promise.all([
      mayBeAttested(facts) ? readAudit(caller, vm, signal) : noAudit,
      readCourse(caller, { vm, facts, look }, signal),
    ])
    keepReading(caller, vm, facts, readAt, audit)
    return ok(
      vmDetail(facts, {
        id: vmIdOf(vm),
        name: vm,
        tenantId: caller.tenantId,
        readAt,
        armRequests: session.usage.requests + requests + known.requests,
        raw: displayJson(json),
        latestModelApplied: readLatestModelApplied(json) ?? null,
        audit,
        known,
      }),
    )
  } finally {
    session.close()
  }
}
