import type { SimExtension, SimReport, SimStatus } from '../model/vm'

const publisher = 'Microsoft.Azure.Security'

/** Versions of the ADE extension that the worlds use, two parts in the model, four in the instance view. */
export const adeVersions = {
  'linux-single': { type: 'AzureDiskEncryptionForLinux', version: '1.4', fullVersion: '1.4.0.12' },
  'linux-single-1.2': { type: 'AzureDiskEncryptionForLinux', version: '1.1', fullVersion: '1.2.0.75' },
  'linux-dual': { type: 'AzureDiskEncryptionForLinux', version: '0.1', fullVersion: '0.1.0.999348' },
  'windows-2.2': { type: 'AzureDiskEncryption', version: '2.2', fullVersion: '2.2.0.47' },
  'windows-2.4': { type: 'AzureDiskEncryption', version: '2.4', fullVersion: '2.4.0.21' },
  'windows-2.5': { type: 'AzureDiskEncryption', version: '2.5', fullVersion: '2.5.0.6' },
  'windows-dual': { type: 'AzureDiskEncryption', version: '1.1', fullVersion: '1.1.0.4' },
} as const

export type AdeVersion = keyof typeof adeVersions

/** ARM's provisioning state for the state of a status file. */
function statusOf(report: SimReport, prefix: string, message: string): SimStatus {
  if (report.status === 'success') {
    return { code: `${prefix}/succeeded`, level: 'Info', displayStatus: 'Provisioning succeeded', message }
  }
  if (report.status === 'transitioning') {
    return { code: `${prefix}/transitioning`, level: 'Info', displayStatus: 'Transitioning', message }
  }
  return { code: `${prefix}/failed/${report.code}`, level: 'Error', displayStatus: 'Provisioning failed', message }
}

/** The status list of the instance view that follows from a status file. */
export function statusesOf(report: SimReport): SimStatus[] {
  return [statusOf(report, 'ProvisioningState', report.message)]
}

/** The sub-status list that follows from a status file; null where the file has none. */
export function substatusesOf(report: SimReport, type: string): SimStatus[] | null {
  if (report.words === null) return null
  const component = type === 'AzureDiskEncryption' ? 'BitlockerExtension' : `${publisher}.${type}`
  const { os, data } = report.words
  const message = `{"os": ${JSON.stringify(os)}, "data": ${JSON.stringify(data)}}`
  return [statusOf(report, `ComponentStatus/${component}`, message)]
}

/** The specification of an ADE extension. */
export interface ExtensionDraft {
  readonly version: AdeVersion
  readonly name?: string
  readonly report?: SimReport | null
  readonly provisioningState?: string
  readonly settings?: Record<string, unknown>
  /** Literal sub-status texts, if the report's values are not enough. */
  readonly rawSubstatus?: string
}

/** An ADE extension: the resource and its instance view. */
export function adeExtension(draft: ExtensionDraft): SimExtension {
  const { type, version, fullVersion } = adeVersions[draft.version]
  const report = draft.report ?? null
  const substatuses = report === null ? null : substatusesOf({ ...report, words: report.words ?? null }, type)
  const raw = draft.rawSubstatus
  return {
    name: draft.name ?? type,
    publisher,
    type,
    version,
    fullVersion,
    autoUpgradeMinorVersion: true,
    provisioningState: draft.provisioningState ?? (report?.status === 'error' ? 'Failed' : 'Succeeded'),
    settings: { EncryptionOperation: 'EnableEncryption', VolumeType: 'All', ...draft.settings },
    statuses: report === null ? null : statusesOf(report),
    substatuses:
      raw === undefined
        ? substatuses
        : [
            {
              code: `ComponentStatus/${publisher}.${type}/succeeded`,
              level: 'Info',
              displayStatus: 'Provisioning succeeded',
              message: raw,
            },
          ],
  }
}

/** Any other extension: the ADE extension is rarely the only one. */
export function otherExtension(extensionPublisher: string, type: string, fullVersion: string): SimExtension {
  return {
    name: type,
    publisher: extensionPublisher,
    type,
    version: fullVersion.split('.').slice(0, 2).join('.'),
    fullVersion,
    autoUpgradeMinorVersion: true,
    provisioningState: 'Succeeded',
    settings: {},
    statuses: statusesOf({ status: 'success', code: 0, message: 'Enable succeeded', words: null }),
    substatuses: null,
  }
}
