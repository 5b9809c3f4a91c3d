import { badRequest } from '../arm/errors'
import { vmOf } from '../arm/guard'
import type { ArmContext, SimResponse } from '../model/http'
import { relatedResourceActions } from './rights'
import { blobPath, sharedAccess, storageOrigin, type BlobKind } from './storage'

const mostMinutes = 1440

/** `POST …/retrieveBootDiagnosticsData`: addresses that give temporary access to the serial console log and the screenshot. */
export function retrieveBootDiagnosticsData(context: ArmContext): SimResponse {
  const vm = vmOf(context, relatedResourceActions.bootDiagnostics)
  if (!vm.ok) return vm.refusal
  const text = context.query.get('sasUriExpirationTimeInMinutes') ?? '120'
  const minutes = Number(text)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes)
    return badRequest('InvalidParameter', `The value '${text}' of parameter sasUriExpirationTimeInMinutes is invalid.`)
  if (vm.value.related?.bootDiagnostics === false)
    return badRequest('OperationNotAllowed', `Boot diagnostics are not enabled for VM '${vm.value.name}'.`)
  const addressOf = (kind: BlobKind): string => {
    const path = blobPath(context.world.tenantId, vm.value, kind)
    return `${storageOrigin(context.origin)}${path}?${sharedAccess(path, context.now + minutes * 60_000)}`
  }
  return {
    status: 200,
    json: {
      consoleScreenshotBlobUri: addressOf('screenshot.bmp'),
      serialConsoleLogBlobUri: addressOf('serialconsole.log'),
    },
  }
}
