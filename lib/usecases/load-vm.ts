import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import { personKey, type Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { VmDetail } from '@/lib/contract/vm'
import type { VmFacts } from '@/lib/facts/types'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { ok, type Result } from '@/lib/shared/result'
import { observer, observingFor } from './history/observer'
import { remember } from './history/remember'
import { readingsOf } from './fleet/readings'
import { readRow } from './fleet/rows'
import { openSession } from './open-session'
import { displayJson } from './display-json'
import { readLive } from './read-live'
import { vmDetail } from './vm-detail'

const deadlineMilliseconds = 60_000

/** A later fleet must not show an older reading than this page. */
function keepReading(caller: Caller, vm: VmName, facts: VmFacts, readAt: string): void {
  const row = readRow(vmIdOf(vm), vm, facts, readAt)
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
    keepReading(caller, vm, facts, readAt)
    return ok(
      vmDetail(facts, {
        id: vmIdOf(vm),
        name: vm,
        tenantId: caller.tenantId,
        readAt,
        armRequests: session.usage.requests,
        raw: displayJson(json),
      }),
    )
  } finally {
    session.close()
  }
}
