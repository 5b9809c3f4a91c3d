import 'server-only'
import type { SnapshotPart, VmSnapshot } from '@/lib/contract/snapshots'
import type { VmDetail } from '@/lib/contract/vm'
import { redact } from '@/lib/messages/report/redact'

/** Names to remove from texts that the guest or Azure wrote, by the part that they belong to. */
function namesOf(vm: VmDetail, shown: (part: SnapshotPart) => boolean): string[] {
  const names = [
    vm.vmId,
    ...(shown('subscription') ? [] : [vm.subscriptionId]),
    ...(shown('tenant') ? [] : [vm.tenantId]),
    ...(shown('resource-group') ? [] : [vm.resourceGroup]),
    ...(shown('key-vault') ? [] : [vm.keyVault, vm.keyEncryptionKey]),
    ...vm.disks.map(({ name }) => name),
  ]
  // The VM's own name is on the page anyway, and removing a group of the same name would remove it too.
  const own = vm.name.toLowerCase()
  return names.flatMap((name) => (name === null || name === '' || name.toLowerCase() === own ? [] : [name]))
}

/** A version in Azure's format; the guest's agent reports it, so any other text is hidden. */
function versionOf(text: string | null | undefined): string | null {
  return text !== null && text !== undefined && /^\d{1,9}(\.\d{1,9}){1,3}$/.test(text) ? text : null
}

/**
 * What a snapshot of a VM shows: copied field by field, so that a new field of the reading is not included by accident.
 * Texts of the guest lose every address, id and name that could be one.
 * @param reveal the parts that the user ticked
 * @param takenAt ISO time
 */
export function vmContent(vm: VmDetail, reveal: readonly SnapshotPart[], takenAt: string): VmSnapshot {
  const shown = (part: SnapshotPart): boolean => reveal.includes(part)
  const only = <Value>(part: SnapshotPart, value: Value): Value | null => (shown(part) ? value : null)
  const names = namesOf(vm, shown)
  const version = versionOf(vm.extension?.version)
  const clean = (text: string | null): string | null => (text === null ? null : redact(text, names, version).text)
  const { verdict } = vm
  const parts = ['resource-group', 'subscription', 'tenant', 'key-vault'] as const
  return {
    kind: 'vm',
    takenAt,
    withheld: parts.filter((part) => !shown(part)),
    readAt: vm.readAt,
    name: vm.name,
    tenant: only('tenant', vm.tenantId),
    resourceGroup: only('resource-group', vm.resourceGroup),
    subscription: only('subscription', vm.subscriptionId),
    keyVault: only('key-vault', vm.keyVault),
    keyEncryptionKey: only('key-vault', vm.keyEncryptionKey),
    tags: null,
    osType: vm.osType,
    size: vm.size,
    region: vm.region,
    power: vm.power,
    heartbeatAt: vm.agent.heartbeatAt,
    extensionVersion: version,
    pass: verdict.pass,
    state: verdict.state,
    os: verdict.os.state,
    data: verdict.data.state,
    dataDisks: verdict.data.total,
    progress: { ...verdict.progress, message: clean(verdict.progress.message) },
    flags: verdict.flags.map(({ code }) => code),
    otherEncryption: [...vm.otherEncryption],
    evidence: vm.evidence.map((row) => ({
      ...row,
      os: { ...row.os, raw: clean(row.os.raw) },
      data: row.data === null ? null : { ...row.data, raw: clean(row.data.raw) },
    })),
    volumes: verdict.volumes.map(({ name, role, lun, stamp, state }) => {
      const disk = vm.disks.find((one) => one.role === role && one.name.toLowerCase() === name.toLowerCase())
      return { role, lun, stamp, state, sizeGiB: disk?.sizeGiB ?? null }
    }),
  }
}
