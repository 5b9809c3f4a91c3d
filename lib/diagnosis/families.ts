import type { MessageKind } from '@/lib/messages/types'
import type { Verdict } from '@/lib/encryption/types'
import { hasFlag } from './reading'
import type { Finding, ProblemVolume, Reading } from './types'

/**
 * Failure texts that have one cause in common, whatever their wording. Texts that only wrap a cause are in none.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/check_util.py
 */
const families = {
  memory: ['linux-pre-memory'],
  lvm: ['linux-pre-lvm'],
  distribution: [
    'linux-distro-not-supported',
    'linux-pre-distro',
    'linux-pre-min-version',
    'linux-pre-kernel',
    'linux-os-distro-unsupported',
    'linux-os-wrong-machine',
    'dual-os-not-supported',
  ],
  volumeType: [
    'linux-pre-volume-type',
    'linux-pre-volume-type-vmss',
    'linux-pre-volume-type-change',
    'dual-volume-type-not-supported',
  ],
  keyVault: [
    'linux-pre-kv-id',
    'linux-pre-kv-url',
    'linux-pre-kv-mismatch',
    'linux-pre-mhsm-kv-present',
    'linux-pre-mhsm-url',
    'linux-pre-mhsm-id',
    'linux-pre-mhsm-mismatch',
    'linux-pre-mhsm-flag',
    'dual-pre-kv-url',
    'win-resource-id-missing',
  ],
  keyEncryptionKey: [
    'linux-pre-kek-kvid',
    'linux-pre-kek-url',
    'linux-pre-kek-mismatch',
    'linux-pre-kek-algorithm',
    'linux-pre-kek-url-missing',
    'linux-pre-skr-kek-missing',
    'dual-pre-kek-url',
  ],
  keyVolume: [
    'linux-bek-not-attached',
    'linux-bek-no-partition',
    'linux-bek-no-vfat',
    'linux-bek-not-mounted',
    'linux-bek-missing-old-wording',
    'linux-bek-not-found-old',
    'linux-passphrase-missing',
    'linux-key-file-missing',
    'linux-update-passphrase-missing',
  ],
  packages: [
    'linux-cryptsetup-install-failed',
    'linux-apt-install-timeout',
    'linux-apt-update-timeout',
    'linux-yum-install-timeout',
    'linux-tdnf-install-timeout',
  ],
  confidentialVm: [
    'linux-cvm-os-blocked',
    'linux-cvm-blocked-old',
    'linux-cvm-operation-unsupported',
    'linux-cvm-data-unsupported',
  ],
  host: [
    'linux-host-rejected-settings',
    'linux-host-keyvault-set-secret',
    'linux-host-no-answer',
    'win-send-settings-exception',
    'win-send-data-failed',
  ],
  osBusy: ['linux-os-target-busy', 'linux-os-unmount-exhausted', 'linux-docs-failed-to-unmount'],
  temporaryDiskBusy: ['linux-resource-disk-failed'],
  dataFileSystem: ['linux-data-failed-xfs'],
  dataResume: ['linux-data-resume-failed'],
  data: [
    'linux-data-failed',
    'linux-data-failed-device',
    'linux-data-command-unsupported',
    'linux-data-json-parse-error',
    'linux-data-devpath-missing',
    'dual-device-path-missing',
  ],
  disableRefused: ['linux-disable-os-encrypted'],
  secureKeyRelease: ['linux-pre-skr', 'linux-pre-skr-identity-missing'],
  kernelModule: ['linux-pre-vfat'],
  metadataService: ['linux-imds-unreachable-attribute'],
  request: [
    'linux-no-operation-found',
    'linux-settings-unreadable',
    'linux-settings-rejected',
    'linux-operation-not-supported',
    'linux-command-not-supported',
    'linux-pre-volume-type-missing',
    'win-efa-not-supported',
  ],
  bitlocker: [
    'win-bitlocker-config-failed',
    'win-protectkey-2150695006',
    'win-protectkey-2150695086',
    'win-protectkey-2147942450',
    'win-protectkey-other',
  ],
  windowsFault: ['win-nvme-null-reference', 'win-log-locked', 'win-winrm', 'win-onenable-exception'],
  dualPassVault: ['dual-enable-failed', 'dual-pre-aad-client-id', 'dual-pre-aad-client-id-absent', 'win-access-denied'],
  decryption: [
    'linux-disable-failed',
    'linux-disable-luksadd-failed',
    'linux-disable-command-unsupported',
    'linux-decryption-failed-item',
  ],
  keyUpdate: ['linux-update-settings-failed', 'dual-update-failed'],
  migration: [
    'dual-migrate-detached-header',
    'dual-migrate-detached-header-xfs',
    'dual-migrate-wrong-passphrase',
    'dual-migrate-other',
  ],
} as const satisfies Record<string, readonly MessageKind[]>

type MessageFamily = keyof typeof families

const explained: ReadonlySet<string | null> = new Set(Object.values(families).flat())

/** Finds a failure by what the extension says; `volume` is the one that such a text is about. */
export function whereItSays(family: MessageFamily, volume: ProblemVolume): (reading: Reading) => Finding | null {
  const kinds: ReadonlySet<string | null> = new Set(families[family])
  return ({ verdict }) => (kinds.has(verdict.progress.messageKind) ? { volume } : null)
}

/** Finds a text that is reported as an error and is a normal step of OS encryption, unless the operation did fail. */
export function whereItIsNormal(kind: MessageKind): (reading: Reading) => Finding | null {
  return ({ verdict }) =>
    verdict.progress.messageKind === kind && !hasFlag(verdict, 'last-operation-failed') ? { volume: 'os' } : null
}

/** Whether the message belongs to a family, so that its cause is known. */
export function namesItsCause({ progress }: Verdict): boolean {
  return explained.has(progress.messageKind)
}
