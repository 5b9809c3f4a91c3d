import type { SimRequestRecord } from '../model/record'
import type { SimVm } from '../model/vm'
import { randomFor } from '../worlds/random'
import { recordOf } from './journal'

const compute = 'Microsoft.Compute'

/** Operations with their names in the Activity Log. */
export const operations = {
  extensionWrite: `${compute}/virtualMachines/extensions/write`,
  extensionDelete: `${compute}/virtualMachines/extensions/delete`,
  vmWrite: `${compute}/virtualMachines/write`,
  vmDelete: `${compute}/virtualMachines/delete`,
  start: `${compute}/virtualMachines/start/action`,
  restart: `${compute}/virtualMachines/restart/action`,
  powerOff: `${compute}/virtualMachines/powerOff/action`,
  deallocate: `${compute}/virtualMachines/deallocate/action`,
  redeploy: `${compute}/virtualMachines/redeploy/action`,
  runCommand: `${compute}/virtualMachines/runCommand/action`,
  diskWrite: `${compute}/disks/write`,
  policyDeny: 'Microsoft.Authorization/policies/deny/action',
} as const

/** Value of `by` for operations by Azure itself. */
export const platform = 'platform'

export interface Asked {
  readonly at: number
  readonly operation: string
  readonly target: string
  readonly method: SimRequestRecord['method']
  readonly by: string | null
  /** Seconds until it succeeds; absent if `settle` ends it. */
  readonly seconds?: number
  readonly category?: SimRequestRecord['category']
  /** Correlation id of the parent request; absent for an independent one. */
  readonly correlationId?: string
  readonly failure?: { readonly statusCode: string; readonly statusMessage: string }
}

/** Records a request to ARM. */
export function ask(vm: SimVm, asked: Asked): SimRequestRecord {
  const { at, operation, target, method, by, seconds, category = 'Administrative', failure } = asked
  const request: SimRequestRecord = {
    at,
    operation,
    target,
    method,
    by,
    correlationId: asked.correlationId ?? randomFor(at % 0xffffffff, `${target}/${operation}`).uuid(),
    category,
    endedAt: seconds === undefined ? null : at + seconds * 1000,
    outcome: seconds === undefined ? null : failure === undefined ? 'Succeeded' : 'Failed',
    statusCode: failure?.statusCode ?? 'OK',
    statusMessage: failure?.statusMessage ?? null,
  }
  recordOf(vm).requests.push(request)
  return request
}

/** The newest request for an operation that has not ended. */
export function openRequest(vm: SimVm, operation: string): SimRequestRecord | null {
  return vm.record?.requests.findLast((each) => each.operation === operation && each.endedAt === null) ?? null
}

/** Ends a request at `at`: with success, or with ARM's error. */
export function settle(
  request: SimRequestRecord,
  at: number,
  failure: { readonly statusCode: string; readonly statusMessage: string } | null,
): void {
  request.endedAt = at
  request.outcome = failure === null ? 'Succeeded' : 'Failed'
  request.statusCode = failure?.statusCode ?? 'OK'
  request.statusMessage = failure?.statusMessage ?? null
}

/** ARM's error object as the text in events. */
export function errorText(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } })
}
