import { createHmac, randomBytes } from 'node:crypto'
import type { SimVm } from '../model/vm'

const key = randomBytes(32)
const version = '2018-11-09'

export const storagePrefix = '/storage/'

/** The storage account of a tenant's boot diagnostics. */
export function storageAccount(tenantId: string): string {
  return `diag${tenantId.replaceAll('-', '').slice(-20)}`
}

/** The storage account of a tenant's reports, with the container `reports`. */
export function reportAccount(tenantId: string): string {
  return `reps${tenantId.replaceAll('-', '').slice(-20)}`
}

/** Storage uses the local machine's other name, so that clients with a token see it as another host than ARM. */
export function storageOrigin(armOrigin: string): string {
  return armOrigin.replace('//localhost', '//127.0.0.1')
}

export type BlobKind = 'serialconsole.log' | 'screenshot.bmp'

/** Path of a VM's boot diagnostics, account first, as in storage emulators. */
export function blobPath(tenantId: string, vm: SimVm, kind: BlobKind): string {
  const name = vm.name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 9)
  return `${storagePrefix}${storageAccount(tenantId)}/bootdiagnostics-${name}-${vm.vmId}/${encodeURIComponent(vm.name)}.${vm.vmId}.${kind}`
}

function sign(path: string, expires: string): string {
  return createHmac('sha256', key).update(`r\n${expires}\n${path}\n${version}`).digest('base64')
}

/** The query of a URL that allows reading one blob until `expiresAt` (epoch milliseconds). */
export function sharedAccess(path: string, expiresAt: number): string {
  const expires = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`
  const query = new URLSearchParams({ sv: version, sr: 'b', sp: 'r', se: expires, sig: sign(path, expires) })
  return query.toString()
}

export type AccessCheck = 'granted' | 'expired' | 'forged'

/** Whether the query of a URL is valid for the path. */
export function checkAccess(path: string, query: URLSearchParams, now: number): AccessCheck {
  const expires = query.get('se') ?? ''
  if (query.get('sp') !== 'r' || query.get('sig') !== sign(path, expires)) return 'forged'
  return Date.parse(expires) > now ? 'granted' : 'expired'
}
