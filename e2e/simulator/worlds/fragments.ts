import type { SimExtension, SimReport } from '../model/vm'
import { adeExtension, otherExtension, type ExtensionDraft } from './build-extension'
import type { DiskDraft } from './vm-draft'

/** A disk with key settings and the platform's stamp. */
export const stamped: DiskDraft = { stampCode: 'EncryptionState/encrypted', settings: 'stamped' }
/** A disk whose settings were cleared again. */
export const cleared: DiskDraft = { stampCode: 'EncryptionState/notEncrypted', settings: 'cleared' }
/** A disk that has never had ADE. */
export const never: DiskDraft = {}

/** An Ultra Disk of the time before such disks with sectors of 512 bytes could be encrypted at the host. */
export const oldUltra: DiskDraft = {
  sku: 'UltraSSD_LRS',
  sizeGiB: 512,
  sectorSize: 512,
  createdAt: '2022-03-01T08:00:00.0000000+00:00',
}

export function sized(disk: DiskDraft, sizeGiB: number): DiskDraft {
  return { ...disk, sizeGiB }
}

/** A success report of the Linux extension. */
export function says(message: string, os: string, data: string): SimReport {
  return { status: 'success', code: 0, message, words: { os, data } }
}

/** An error report of the Linux extension. */
export function fails(code: number, message: string, os: string, data: string): SimReport {
  return { status: 'error', code, message, words: { os, data } }
}

/** The Linux extension of today with a report. */
export function linuxAde(report: SimReport | null, more: Partial<ExtensionDraft> = {}): SimExtension {
  return adeExtension({ version: 'linux-single', report, ...more })
}

/** A Windows extension: only the version in brackets, as it reports success. */
export function windowsAde(more: Partial<ExtensionDraft> = {}): SimExtension {
  return adeExtension({
    version: 'windows-2.2',
    report: { status: 'success', code: 0, message: '[2.2.0.47] ', words: null },
    ...more,
  })
}

export const monitorLinux = otherExtension('Microsoft.Azure.Monitor', 'AzureMonitorLinuxAgent', '1.33.1')
export const monitorWindows = otherExtension('Microsoft.Azure.Monitor', 'AzureMonitorWindowsAgent', '1.30.0')
export const defenderLinux = otherExtension('Microsoft.Azure.AzureDefenderForServers', 'MDE.Linux', '1.0.5.4')
export const domainJoin = otherExtension('Microsoft.Compute', 'JsonADDomainExtension', '1.3.9.0')
export const bgInfo = otherExtension('Microsoft.Compute', 'BGInfo', '2.1.0.0')
export const customScript = otherExtension('Microsoft.Azure.Extensions', 'CustomScript', '2.1.13.0')
