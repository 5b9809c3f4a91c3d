import { isNotRunning } from '@/lib/facts/azure-words'
import { sameText } from '@/lib/shared/text'
import { valueOrNull } from '@/lib/shared/known'
import { isConfidentialVm } from '@/lib/encryption/confidential'
import { fail, pass, unread, warn, type ReadinessCheck } from '../found'
import { disksOf } from './machine'

/** Extensions cannot be changed on a stopped VM. https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/error-messages */
export const vmRunning: ReadinessCheck = ({ facts: { powerState } }) => {
  if (!powerState.known || (powerState.value !== 'running' && !isNotRunning(powerState))) return unread('not-read')
  return powerState.value === 'running' ? pass('vm-running') : fail('vm-not-running', { power: powerState.value })
}

/** The two kinds exclude each other. https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions */
export const encryptionAtHost: ReadinessCheck = ({ facts }) => {
  if (!facts.encryptionAtHost.known) return unread('not-read')
  return facts.encryptionAtHost.value ? fail('host-encryption-on') : pass('host-encryption-off')
}

/**
 * The platform encrypts the OS disk of a confidential VM; the extension supports its data disks on few systems. Source:
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview
 */
export const confidentialVm: ReadinessCheck = ({ facts, wanted }) => {
  if (!facts.securityType.known && facts.securityType.why !== 'absent') return unread('not-read')
  if (!isConfidentialVm(valueOrNull(facts.securityType))) return pass('confidential-not')
  return wanted === 'data' ? warn('confidential-data') : fail('confidential-os')
}

const settled = ['Succeeded', 'Failed', 'Canceled']

/**
 * Concurrent changes disturb the encryption. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const otherWork: ReadinessCheck = ({ facts }) => {
  const works = [
    { name: facts.name.known ? facts.name.value : '', state: facts.provisioningState },
    ...facts.otherExtensions.map(({ name, provisioningState }) => ({
      name: name ?? '',
      state:
        provisioningState === null ? ({ known: false } as const) : ({ known: true, value: provisioningState } as const),
    })),
  ]
  const busy = works.find(({ state }) => state.known && !settled.some((word) => sameText(word, state.value)))
  if (busy !== undefined) return warn('other-work-running', { name: busy.name })
  return facts.provisioningState.known ? pass('other-work-none') : unread('not-read')
}

// Characters outside ASCII, or a leading underscore.
const doubtful = /^_|[^\x21-\x7e]/

/**
 * Names are written to Key Vault, which accepts fewer characters than Compute does. Source:
 * https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-troubleshooting
 */
export const names: ReadinessCheck = (setting) => {
  const { name, keyEncryptionKey } = setting.facts
  const all = [name, keyEncryptionKey].flatMap((each) => (each.known ? [each.value] : []))
  const wrong = [...all, ...disksOf(setting).map((disk) => disk.name)].find((each) => doubtful.test(each))
  if (wrong !== undefined) return warn('name-doubtful', { name: wrong })
  return name.known ? pass('names-plain') : unread('not-read')
}

/**
 * Windows never encrypts data volumes alone; a Linux OS disk cannot be decrypted again.
 * Source: https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-faq and
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#disable-encryption-and-remove-the-encryption-extension
 */
export const volumeType: ReadinessCheck = ({ facts: { osType }, wanted }) => {
  if (!osType.known) return unread('not-read')
  if (osType.value === 'Windows')
    return wanted === 'data' ? fail('volume-type-windows-data') : pass('volume-type-possible')
  return wanted === 'data' ? pass('volume-type-possible') : pass('volume-type-irreversible')
}
