import { passOf } from '@/lib/encryption/pass'
import type { NetworkFacts } from '@/lib/facts/related-resources/types'
import { fail, notApplicable, partOf, pass, warn, type Found, type ReadinessCheck } from '../found'
import type { Setting } from '../types'
import { denialOf, platformDenialOf } from './network-rules'

const onNetwork =
  (judge: (network: NetworkFacts, setting: Setting) => Found): ReadinessCheck =>
  (setting) => {
    const part = partOf(setting, 'network')
    return 'missing' in part ? part.missing : judge(part.value, setting)
  }

const isDualPass = ({ facts }: Setting): boolean => passOf(facts) === 'dual'

/** https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-isolated-network#azure-instance-metadata-service */
export const networkPlatform = onNetwork((network) => {
  const rule = platformDenialOf(network)
  return rule === null
    ? pass('network-platform-open')
    : fail('network-platform-blocked', { rule: rule.name, group: rule.group })
})

/**
 * A recent agent downloads extensions through the platform; an older one, and dual pass, need the storage. Source:
 * https://learn.microsoft.com/azure/virtual-machines/extensions/features-linux#network-access
 */
export const networkStorage = onNetwork((network, setting) => {
  const rule = denialOf(network, 'Storage')
  if (rule === null) return pass('network-storage-open')
  const values = { rule: rule.name, group: rule.group }
  return isDualPass(setting) ? fail('network-storage-blocked', values) : warn('network-storage-blocked', values)
})

/**
 * Only dual pass connects to Entra and the vault from inside the VM.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview-aad#networking-and-group-policy
 */
export const networkEntraVault = onNetwork((network, setting) => {
  if (!isDualPass(setting)) return notApplicable('network-entra-vault-not-needed')
  const rule = denialOf(network, 'AzureActiveDirectory') ?? denialOf(network, 'AzureKeyVault')
  return rule === null
    ? pass('network-entra-vault-open')
    : fail('network-entra-vault-blocked', { rule: rule.name, group: rule.group })
})

/**
 * Linux gets packages from its distribution's repositories, unless they are installed already.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-isolated-network#package-management
 */
export const networkPackages: ReadinessCheck = (setting, now) => {
  const { osType } = setting.facts
  if (osType.known && osType.value === 'Windows') return notApplicable('linux-only')
  return onNetwork((network) => {
    const rule = denialOf(network, 'Internet')
    if (rule !== null) return warn('network-packages-blocked', { rule: rule.name, group: rule.group })
    return network.forcedTunnel === true ? warn('network-forced-tunnel') : pass('network-packages-open')
  })(setting, now)
}

/**
 * Only dual pass needs to resolve the vault's name inside the VM.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview-aad#networking-and-group-policy
 */
export const customDns = onNetwork(({ customDnsServers }, setting) => {
  if (customDnsServers.length === 0) return pass('dns-of-azure')
  const values = { servers: customDnsServers.join(', ') }
  return isDualPass(setting) ? warn('dns-custom-dual-pass', values) : pass('dns-custom', values)
})
