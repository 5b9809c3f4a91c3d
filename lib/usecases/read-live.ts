import 'server-only'
import type { ArmBody } from '@/lib/azure/perform'
import { getVirtualMachine, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmSession } from '@/lib/azure/session'
import type { ApiError } from '@/lib/contract/errors'
import { fail, type Result } from '@/lib/shared/result'
import { armError } from './arm-error'

/**
 * Reads one VM now, with its reader's rights, before any other waiting request. A missing VM and one that the user may
 * not read return the same error, so that the error reveals no names.
 */
export async function readLive(session: ArmSession, vm: VmName): Promise<Result<ArmBody, ApiError>> {
  const body = await getVirtualMachine(session, vm, 'screen')
  if (body.ok) return body
  const hidden = body.failure.kind === 'denied' || body.failure.kind === 'not-found'
  const error = armError(body.failure)
  return fail(hidden ? { ...error, code: 'not-found', azureCodes: [] } : error)
}
