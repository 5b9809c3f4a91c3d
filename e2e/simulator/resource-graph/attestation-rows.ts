import { vmId } from '../arm/ids'
import { readableVms } from '../arm/rights'
import { agentTime } from '../arm/times'
import { vmsOfSubscription } from '../arm/vm-index'
import type { ArmContext } from '../model/http'
import type { SimAttestation } from '../model/related-resources'
import { relatedResourceActions } from '../related-resources/rights'
import { randomFor } from '../worlds/random'
import type { RowSource } from './language/plan'
import { TableRow, tableColumns, type Cell, type RowShape } from './table-row'

type AttestationCell = Cell<SimAttestation>

/** The built-in configuration that audits encryption from inside the guest. */
function nameOf({ vm }: AttestationCell): string {
  return vm.osType === 'Windows' ? 'AzureWindowsVMEncryptionCompliance' : 'AzureLinuxVMEncryptionCompliance'
}

function idOf(cell: AttestationCell): string {
  return `${vmId(cell.vm)}/providers/Microsoft.GuestConfiguration/guestConfigurationAssignments/${nameOf(cell)}`
}

/** When the guest was last checked: at a constant age, because the check is repeated. */
function checkedAt({ part, now }: AttestationCell): number {
  return now - part.checkedAgo * 1000
}

function reportId(cell: AttestationCell): string {
  return randomFor(0, `${cell.vm.vmId}/report`).uuid()
}

function reportOf(cell: AttestationCell): Record<string, unknown> {
  const { part, vm } = cell
  const resource = {
    resourceId: '[LinuxEncryptionCompliance]Audit Encryption Compliance',
    complianceStatus: part.complianceStatus,
    properties: null,
    reasons: [{ code: part.code, phrase: part.phrase }],
  }
  return {
    id: `${idOf(cell)}/reports/${reportId(cell)}`,
    reportId: reportId(cell),
    assignment: { name: nameOf(cell), configuration: { name: nameOf(cell), version: '1.0.0' } },
    vm: { id: vmId(vm), uuid: vm.vmId },
    startTime: agentTime(checkedAt(cell) - 20_000),
    endTime: agentTime(checkedAt(cell)),
    complianceStatus: part.complianceStatus,
    operationType: 'Consistency',
    resources: [
      vm.osType === 'Windows'
        ? { ...resource, resourceId: '[WindowsEncryptionCompliance]Audit Encryption Compliance' }
        : resource,
    ],
  }
}

const hasReport = ({ part }: AttestationCell): boolean => part.complianceStatus !== 'Pending'

const shape: RowShape<SimAttestation> = {
  type: 'microsoft.guestconfiguration/guestconfigurationassignments',
  columns: { id: idOf, name: nameOf, zones: () => null },
  properties: {
    targetResourceId: ({ vm }) => vmId(vm),
    complianceStatus: ({ part }) => part.complianceStatus,
    lastComplianceStatusChecked: (cell) => (hasReport(cell) ? agentTime(checkedAt(cell)) : null),
    latestReportId: (cell) => (hasReport(cell) ? `${idOf(cell)}/reports/${reportId(cell)}` : null),
    latestAssignmentReport: (cell) => (hasReport(cell) ? reportOf(cell) : null),
    guestConfiguration: (cell) => ({
      name: nameOf(cell),
      version: '1.*',
      kind: 'DSC',
      assignmentType: 'Audit',
      configurationParameter: [],
    }),
    provisioningState: () => 'Succeeded',
    resourceType: () => null,
  },
}

/** The `guestconfigurationresources` table: results of Azure Policy from inside the VMs for which the caller has the right. */
export function attestationTable(context: ArmContext, subscriptionIds: readonly string[]): RowSource {
  const { world, now } = context
  const rows = (types: readonly string[] | null): TableRow<SimAttestation>[] => {
    if (types !== null && !types.includes(shape.type)) return []
    return subscriptionIds
      .flatMap((id) => readableVms(context, relatedResourceActions.attestation, id, vmsOfSubscription(world, id)))
      .flatMap((vm) => {
        const attestation = vm.related?.attestation
        return attestation === undefined ? [] : [new TableRow(shape, world.tenantId, vm, attestation, now)]
      })
  }
  return { columns: tableColumns, rows }
}
