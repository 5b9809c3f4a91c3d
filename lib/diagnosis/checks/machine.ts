import { hasFlag, usesDiskEncryption, whereVolumes } from '../reading'
import type { CheckTable } from '../types'
import { isBefore } from '../version'
import type { Progress } from '@/lib/encryption/types'
import { isKnownOff, unknownWordsOf } from '@/lib/facts/azure-words'
import { adeTypes } from '@/lib/facts/extension-types'
import { sameText } from '@/lib/shared/text'

const stamped = whereVolumes(({ stamp }) => stamp === 'encrypted')

const changingStates = ['creating', 'updating', 'deleting']
const inFlightOrFailed = whereVolumes(
  ({ state }) => state === 'encrypting' || state === 'decrypting' || state === 'failed',
)

/**
 * Disk encryption needs 2.2.38; an agent of 2.2.19 does not report the status of extensions.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
const leastForLinux = '2.2.38'

export const saidOff: readonly Progress['messageKind'][] = ['arm-vm-not-running', 'arm-vm-must-run']
/** Azure had no report of the agent: no failure of the extension, and normal for some minutes during OS encryption. */
export const saidSilent: readonly Progress['messageKind'][] = ['arm-vmagent-status-communication']
const moving = ['encrypting', 'decrypting', 'restart-pending']
const inFlight = whereVolumes(({ state }) => moving.includes(state))

/** The VM, its agent and its extensions. */
export const machineChecks = {
  /** Disks have key settings, but the extension is missing: nothing reports on them any more. */
  'extension-removed': {
    severity: 'warning',
    uses: ['extension-list', 'disk-stamps'],
    find: (reading) => (hasFlag(reading.verdict, 'extension-removed') ? stamped(reading) : null),
  },
  /**
   * The extension of the old publisher, which is no longer supported.
   * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
   */
  'extension-deprecated': {
    severity: 'warning',
    uses: ['extension-list'],
    find: ({ facts }) => {
      const old = facts?.otherExtensions.some(
        ({ publisher, type }) => sameText(publisher, 'Microsoft.OSTCExtensions') && sameText(type, adeTypes.Linux),
      )
      return old === true ? { volume: null } : null
    },
  },
  /** The disk-encryption extension of the other operating system: it cannot run here. */
  'extension-wrong-os': {
    severity: 'error',
    uses: ['extension-list', 'os-type', 'status-message'],
    find: ({ facts, verdict }) => {
      if (verdict.progress.messageKind === 'arm-handler-wrong-os') return { volume: null }
      const os = facts?.adeExtensions[0]?.os ?? null
      if (facts === null || os === null || !facts.osType.known) return null
      return os === facts.osType.value ? null : { volume: null }
    },
  },
  /** The extension has a custom name; tools that look up the default name do not find it. */
  'extension-renamed': {
    severity: 'info',
    uses: ['extension-name'],
    find: ({ verdict }) => (hasFlag(verdict, 'extension-renamed') ? { volume: null } : null),
  },
  /** Another extension has failed: Azure may refuse changes of the VM, and disk encryption may have failed with it. */
  'other-extension-failed': {
    severity: 'warning',
    uses: ['other-extensions'],
    find: (reading) => {
      const failed = reading.facts?.otherExtensions.some(({ provisioningState }) =>
        sameText(provisioningState, 'Failed'),
      )
      return failed === true && usesDiskEncryption(reading) ? { volume: null } : null
    },
  },
  /**
   * Another extension is running at the same time as disk encryption, which needs exclusive access to the VM.
   * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
   */
  'other-extension-running': {
    severity: 'warning',
    uses: ['other-extensions', 'substatus', 'provisioning-state'],
    find: (reading) => {
      const beside = reading.facts?.otherExtensions.some(({ provisioningState }) =>
        changingStates.some((state) => sameText(provisioningState, state)),
      )
      if (beside !== true) return null
      return hasFlag(reading.verdict, 'operation-running') || inFlightOrFailed(reading) !== null
        ? { volume: null }
        : null
    },
  },
  /**
   * Azure sent a power state, a provisioning state or a code of key settings that is not known here. Azure adds words to
   * such lists at any time.
   * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
   */
  'azure-word-unknown': {
    severity: 'warning',
    uses: ['power-state', 'provisioning-state', 'disk-stamps'],
    find: ({ facts }) => (facts === null || unknownWordsOf(facts).length === 0 ? null : { volume: null }),
  },
  /**
   * The agent does not answer, so the extension's report may be old. This is normal for some minutes during OS
   * encryption.
   */
  'agent-not-ready': {
    severity: 'warning',
    uses: ['agent-status', 'status-message'],
    find: ({ verdict: { flags, os, progress } }) => {
      if (saidSilent.includes(progress.messageKind)) return { volume: null }
      if (!flags.some(({ reason }) => reason === 'agent-not-ready')) return null
      return os.state === 'encrypting' ? { volume: null, severity: 'info' } : { volume: null }
    },
  },
  /** The VM agent is older than disk encryption requires. */
  'agent-too-old': {
    severity: 'warning',
    uses: ['agent-version', 'os-type'],
    find: (reading) => {
      const { facts } = reading
      if (facts === null || !usesDiskEncryption(reading) || !facts.agent.known) return null
      const linux = facts.osType.known && facts.osType.value === 'Linux'
      return linux && isBefore(facts.agent.value.version, leastForLinux) ? { volume: null } : null
    },
  },
  /** The VM is off: the extension reports nothing new, and running work is paused. */
  'vm-not-running': {
    severity: 'info',
    uses: ['power-state'],
    find: (reading) => {
      const { facts, verdict } = reading
      // ARM refuses changes of extensions while the VM is off.
      if (saidOff.includes(verdict.progress.messageKind)) return { volume: null, severity: 'action' }
      if (verdict.pass === 'none' || facts === null) return null
      if (!isKnownOff(facts.powerState)) return null
      return inFlight(reading) === null ? { volume: null } : { volume: null, severity: 'warning' }
    },
  },
  /** The extension's message is not in the catalogue. */
  'message-unrecognised': {
    severity: 'info',
    uses: ['status-message'],
    find: ({ verdict }) => (hasFlag(verdict, 'unrecognised-message') ? { volume: null } : null),
  },
} satisfies CheckTable
