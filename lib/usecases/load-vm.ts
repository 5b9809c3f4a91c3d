import 'server-only'
import { getVirtualMachine, vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { VmDetail } from '@/lib/contract/vm'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { fail, ok, type Result } from '@/lib/shared/result'
import { armError } from './arm-error'
import { openSession } from './open-session'
import { displayJson } from './display-json'
import { vmDetail } from './vm-detail'

const deadlineMilliseconds = 60_000

/**
 * Reads one VM as its caller and judges it. A VM that is not there and one that the person may not read give the same
 * answer: nobody learns here which names exist.
 */
export async function loadVm(caller: Caller, vm: VmName, signal: AbortSignal): Promise<Result<VmDetail, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const body = await getVirtualMachine(session, vm, { urgent: true })
    if (!body.ok) {
      const hidden = body.failure.kind === 'denied' || body.failure.kind === 'not-found'
      const error = armError(body.failure)
      return fail(hidden ? { ...error, code: 'not-found' } : error)
    }
    const { json } = body.value
    return ok(
      vmDetail(readVmFacts(json), {
        id: vmIdOf(vm),
        name: vm,
        tenantId: caller.tenantId,
        readAt: new Date().toISOString(),
        armRequests: session.usage.requests,
        raw: displayJson(json),
      }),
    )
  } finally {
    session.close()
  }
}
