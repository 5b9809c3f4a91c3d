import { hasFlag, usesDiskEncryption, whereVolumes } from '../reading'
import type { CheckTable, DiagnosisInput } from '../types'
import { otherEncryptionOfVm } from '@/lib/encryption/other-encryption'
import { covers } from '@/lib/encryption/request'
import type { Progress } from '@/lib/encryption/types'
import { sameText } from '@/lib/shared/text'

const stampedOnly = whereVolumes(({ state, stamp }) => state === 'conflict' && stamp === 'encrypted')
/** The settings are written at the start of a run, before anything is encrypted. */
const isStarting = ({ verdict: { progress } }: DiagnosisInput): boolean => progress.phase === 'starting'

const saysSuccess: readonly Progress['messageKind'][] = ['linux-data-succeeded', 'linux-all-succeeded']

/** What the settings of the disks and the report of the extension say of the volumes. */
export const volumeChecks = {
  /** A disk has key settings, but the extension reports it as not encrypted. */
  'stamped-but-not-encrypted': {
    severity: 'error',
    uses: ['disk-stamps', 'substatus'],
    find: (reading) => {
      const found = stampedOnly(reading)
      return found !== null && isStarting(reading) ? { ...found, severity: 'info' } : found
    },
  },
  /** The extension reports a disk as encrypted that has no key settings. */
  'encrypted-but-not-stamped': {
    severity: 'warning',
    uses: ['disk-stamps', 'substatus'],
    find: whereVolumes(({ state, stamp }) => state === 'conflict' && stamp !== 'encrypted'),
  },
  /**
   * The extension says that data volumes were encrypted and reports them as not encrypted. A busy volume is skipped
   * without an error; LVM and RAID above encrypted devices read the same.
   * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
   */
  'data-not-encrypted-after-success': {
    severity: 'warning',
    uses: ['status-message', 'substatus', 'data-disks', 'request-volume-type'],
    find: ({ facts, verdict: { data, progress } }) => {
      if (facts === null || facts.dataDisks.length === 0 || data.reported !== 'NotEncrypted') return null
      const asked = covers(facts.adeExtensions[0], 'data')
      return asked && saysSuccess.includes(progress.messageKind) ? { volume: 'data' } : null
    },
  },
  /** A data disk without key settings beside one that has them: attached after encryption, or skipped by it. */
  'data-disk-not-covered': {
    severity: 'warning',
    uses: ['disk-stamps', 'data-disks'],
    find: ({ verdict: { pass, volumes } }) => {
      if (pass !== 'single') return null
      const data = volumes.filter(({ role }) => role === 'data')
      const left = data.some(({ stamp, state }) => stamp !== 'encrypted' && state === 'not-encrypted')
      return left && data.some(({ stamp }) => stamp === 'encrypted') ? { volume: 'data' } : null
    },
  },
  /**
   * Data disks are attached, but the extension found none of them mounted. While the OS disk is being encrypted the
   * extension itself unmounts them.
   */
  'data-disks-not-mounted': {
    severity: 'warning',
    uses: ['substatus', 'data-disks'],
    find: ({ verdict }) => {
      if (!hasFlag(verdict, 'data-not-mounted')) return null
      return verdict.os.state === 'encrypting' ? { volume: 'data', severity: 'info' } : { volume: 'data' }
    },
  },
  /**
   * Encryption at host or a customer-managed key on a VM that uses Azure Disk Encryption: the two exclude each other.
   * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux
   */
  'two-kinds-of-encryption': {
    severity: 'warning',
    uses: ['security-profile', 'data-disks', 'extension-list'],
    find: (reading) => {
      const { facts } = reading
      if (facts === null || !usesDiskEncryption(reading)) return null
      const excluding = otherEncryptionOfVm(facts).filter((kind) => kind !== 'confidential-os-disk')
      return excluding.length > 0 ? { volume: null } : null
    },
  },
  /**
   * Encryption at host protects the disks without Windows knowing: a device policy that requires BitLocker does not count
   * it. Azure does not show whether such a policy exists; the Entra sign-in extension enrols devices.
   * https://github.com/Azure/avdaccelerator/issues/568 https://github.com/MicrosoftDocs/memdocs/pull/1084
   */
  'host-encryption-not-counted': {
    severity: 'info',
    uses: ['os-type', 'security-profile', 'other-extensions'],
    find: (reading) => {
      const { facts } = reading
      if (facts === null || usesDiskEncryption(reading)) return null
      const { osType, encryptionAtHost, otherExtensions } = facts
      const isWindows = osType.known && osType.value === 'Windows'
      const isProtected = encryptionAtHost.known && encryptionAtHost.value
      const mayBeEnrolled = otherExtensions.some(({ type }) => sameText(type, 'AADLoginForWindows'))
      return isWindows && isProtected && mayBeEnrolled ? { volume: null } : null
    },
  },
  /**
   * `NotEncrypted` in the output of the cmdlet alone: some releases print it for encrypted disks.
   * https://github.com/Azure/azure-powershell/issues/6430
   */
  'cmdlet-word-uncertain': {
    severity: 'warning',
    uses: ['substatus'],
    find: ({ facts, verdict: { os, data, otherTools } }) => {
      if (facts !== null || otherTools.powershell === null) return null
      const ofData = data.reported === 'NotEncrypted'
      if (os.reported === 'NotEncrypted') return { volume: ofData ? 'all' : 'os' }
      return ofData ? { volume: 'data' } : null
    },
  },
  /** The extension's sub-status is no JSON object, or contains unknown words. */
  'report-unreadable': {
    severity: 'warning',
    uses: ['substatus'],
    find: ({ verdict }) => (hasFlag(verdict, 'unreadable-report') ? { volume: 'all' } : null),
  },
  /**
   * The extension is installed on a running VM but has no status. Other tools then say that its status is not available.
   * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-isolated-network
   */
  'report-missing': {
    severity: 'warning',
    uses: ['extension-list', 'status-message', 'power-state'],
    find: ({ facts, verdict }) => {
      if (!verdict.flags.some(({ reason }) => reason === 'extension-status-missing')) return null
      const off = facts?.powerState.known === true && facts.powerState.value !== 'running'
      return off ? null : { volume: null }
    },
  },
  /** The model keeps disabled key settings of dual pass; some tools fail on them. */
  'dual-pass-leftover': {
    severity: 'info',
    uses: ['model-settings'],
    find: ({ verdict }) => (hasFlag(verdict, 'dual-pass-leftover') ? { volume: 'os' } : null),
  },
  /**
   * The older method with an Entra application is in use; single pass has replaced it.
   * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-upgrade
   */
  'dual-pass-in-use': {
    severity: 'info',
    uses: ['model-settings', 'extension-version'],
    find: ({ facts, verdict: { pass } }) => (facts !== null && pass === 'dual' ? { volume: null } : null),
  },
} satisfies CheckTable
