import { entriesLike, type CatalogueGroup } from '../entries-like'
import { prefix, start } from '../patterns'

const reason = entriesLike({
  origin: 'platform',
  target: 'policy-reason',
  facet: 'main',
  specificity: 60,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'unknown',
  volume: 'all',
  severity: 'info',
  terminal: false,
  reach: 'guest-configuration',
  confidence: 'source',
})

/** Reasons of the guest-configuration policy on disk encryption. */
export const policyEntries = {
  'mdc-compliant-hbe': reason(prefix('VM is encryption compliant with EncryptionAtHost.'), { phase: 'succeeded' }),
  'mdc-compliant-ade': reason(prefix('VM is encryption compliant with Azure Disk Encryption.'), { phase: 'succeeded' }),
  'mdc-compliant-cvm': reason(prefix('Confidential VMs are not supported by this recommendation.')),
  'mdc-os-not-encrypted': reason(
    prefix('VM is not fully encrypted with Azure Disk Encryption. OS disk is in an unencrypted state.'),
    { phase: 'not-started', volume: 'os', severity: 'warning' },
  ),
  'mdc-not-fully-encrypted': reason(
    prefix('VM is not fully encrypted with Azure Disk Encryption. The following data disks are not encrypted:'),
    { phase: 'not-started', volume: 'data', severity: 'warning' },
  ),
  'mdc-missing': reason(
    prefix('VM is not encrypted. VM should be encrypted with EncryptionAtHost or Azure Disk Encryption.'),
    { phase: 'not-started', severity: 'warning' },
  ),
  'mdc-exception': reason(prefix('Exception occured in Python helper script. Error:'), { severity: 'warning' }),
  'mdc-basic-sized-virtual-machine': reason(start(/^BasicSizedVirtualMachine(?:\?|$)/), { specificity: 50 }),
  'mdc-classic-virtual-machine': reason(start(/^ClassicVirtualMachine(?:\?|$)/), { specificity: 50 }),
  'mdc-ultra-disks-virtual-machine': reason(start(/^UltraDisksVirtualMachine(?:\?|$)/), { specificity: 50 }),
  'mdc-unknown-os-virtual-machine': reason(start(/^UnknownOsVirtualMachine(?:\?|$)/), { specificity: 50 }),
  'mdc-kubernetes-virtual-machine': reason(start(/^KubernetesVirtualMachine(?:\?|$)/), { specificity: 50 }),
  'mdc-databrick-virtual-machine': reason(start(/^DatabrickVirtualMachine(?:\?|$)/), { specificity: 50 }),
  'mdc-unsupported-os-virtual-machine': reason(start(/^UnsupportedOsVirtualMachine(?:\?|$)/), { specificity: 50 }),
} satisfies CatalogueGroup
