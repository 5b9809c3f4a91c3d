import 'server-only'
import { fetchBootLog } from '@/lib/azure/boot-log'
import { retrieveBootDiagnostics } from '@/lib/azure/calls/resource'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import type { ArmSession } from '@/lib/azure/session'
import type { StorageHosts } from '@/lib/config/server-config'
import { attestationFactsOf } from '@/lib/facts/related-resources/attestation'
import type { AttestationFacts, RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { known, unknown } from '@/lib/shared/known'
import { readAttestationRow, type AttestationRow } from '@/lib/wire/attestation'
import { readSerialConsoleAddress } from '@/lib/wire/bootDiagnostics'
import { quoted } from '../kql'
import { whyUnknown } from './known-result'
import type { VmPlace } from './vm-scope'

/** The serial console's text, its last megabyte. Nothing is requested where boot diagnostics are off. */
export async function readBootLog(
  session: ArmSession,
  { setup }: VmFacts,
  place: VmPlace,
  hosts: StorageHosts,
): Promise<RelatedResources['bootLog']> {
  if (setup.bootDiagnostics.known && !setup.bootDiagnostics.value) return unknown('absent')
  const body = await retrieveBootDiagnostics(session, { ...place, provider: 'Microsoft.Compute' })
  if (!body.ok) return whyUnknown(body.failure)
  const address = readSerialConsoleAddress(body.value)
  if (address === undefined || address === '') return unknown('absent')
  const text = await fetchBootLog(address, hosts, session.signal)
  return text === null ? unknown('unreadable') : known(text)
}

/** The query for the attestations of these VMs. */
export function attestationQuery(vmIds: readonly string[]): string {
  return `guestconfigurationresources
| where type =~ 'microsoft.guestconfiguration/guestconfigurationassignments'
| where name in~ ('AzureLinuxVMEncryptionCompliance','AzureWindowsVMEncryptionCompliance')
| where tostring(properties.targetResourceId) in~ (${vmIds.map(quoted).join(',')})
| project id, target=tostring(properties.targetResourceId), compliance=tostring(properties.complianceStatus),
  at=tostring(properties.lastComplianceStatusChecked), resources=properties.latestAssignmentReport.resources
| order by id asc`
}

/**
 * The attestation of the VM's encryption by guest configuration; absent where no such policy checks it, and also where
 * the user may not see that one does.
 * Source: https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview
 */
export async function readAttestation(session: ArmSession, place: VmPlace): Promise<RelatedResources['attestation']> {
  const rows: AttestationRow[] = []
  const answer = await queryResourceGraph(session, {
    text: attestationQuery([place.id]),
    subscriptions: [place.subscriptionId],
    read: readAttestationRow,
    onRows: (page) => rows.push(...page),
  })
  if (!answer.ok) return whyUnknown(answer.failure)
  const row = rows[0]
  return row === undefined ? unknown('absent') : known(attestationFactsOf(row))
}

/**
 * The attestations of several VMs at once, by ARM id in lower case. A second opinion: what cannot be read is left out.
 * @param vmIds at most about a hundred, so that the query stays short
 */
export async function readAttestations(
  session: ArmSession,
  subscriptions: readonly string[],
  vmIds: readonly string[],
): Promise<ReadonlyMap<string, AttestationFacts>> {
  const found = new Map<string, AttestationFacts>()
  await queryResourceGraph(session, {
    text: attestationQuery(vmIds),
    subscriptions,
    read: readAttestationRow,
    onRows: (rows) => {
      for (const { target, ...row } of rows) {
        if (target !== undefined) found.set(target.toLowerCase(), attestationFactsOf({ target, ...row }))
      }
    },
  })
  return found
}
