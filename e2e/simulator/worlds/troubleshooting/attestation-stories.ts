import type { SimAttestation } from '../../model/related-resources'
import { linuxAde, says, sized, stamped, windowsAde } from '../fragments'
import { day, hour, minute } from '../scripted-vm'
import type { Story } from './story'

function compliant(phrase: string, checkedAgo: number): SimAttestation {
  return { complianceStatus: 'Compliant', code: 'VMEncryptionCompliant', phrase, checkedAgo }
}

function notCompliant(phrase: string, checkedAgo: number): SimAttestation {
  return { complianceStatus: 'NonCompliant', code: 'VMEncryptionNonCompliant', phrase, checkedAgo }
}

const byAde = 'VM is encryption compliant with Azure Disk Encryption.'
const byHost = 'VM is encryption compliant with EncryptionAtHost.'
const osPlain = 'VM is not fully encrypted with Azure Disk Encryption. OS disk is in an unencrypted state.'
const dataPlain =
  'VM is not fully encrypted with Azure Disk Encryption. The following data disks are not encrypted: /dev/sdc1'

const unreported = { osDisk: stamped, dataDisks: [sized(stamped, 64)], extensions: [linuxAde(null)] } as const
const finished = {
  osDisk: stamped,
  dataDisks: [sized(stamped, 64)],
  extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'Encrypted'))],
} as const

/** Results of guest configuration that agree with the platform's state or contradict it. */
export const attestationStories = {
  'attested-ade': { ...unreported, related: { attestation: compliant(byAde, 12 * minute) } },
  'attested-not-compliant': { ...finished, related: { attestation: notCompliant(osPlain, 20 * minute) } },
  'attested-data-plain': { ...finished, related: { attestation: notCompliant(dataPlain, 25 * minute) } },
  'attested-host': { encryptionAtHost: true, related: { attestation: compliant(byHost, 30 * minute) } },
  'attested-stale': { ...unreported, related: { attestation: compliant(byAde, 40 * day) } },
  'attested-pending': {
    ...unreported,
    related: { attestation: { complianceStatus: 'Pending', code: '', phrase: '', checkedAgo: 0 } },
  },
  'attested-windows': {
    image: 'windows2022',
    osDisk: stamped,
    extensions: [windowsAde({ report: null })],
    related: { attestation: compliant(byAde, 2 * hour) },
  },
} as const satisfies Record<string, Story>
