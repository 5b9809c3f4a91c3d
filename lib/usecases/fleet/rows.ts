import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { ErrorCode } from '@/lib/contract/errors'
import type { FleetRow } from '@/lib/contract/fleet'
import { fleetReadinessOfInventory, fleetReadinessOfVm } from '@/lib/diagnosis/readiness/fleet-readiness'
import type { Judged } from '../audit/judge-with-audit'
import type { InventoryVerdict } from '@/lib/encryption/judge-inventory'
import type { Progress, Verdict } from '@/lib/encryption/types'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { armOperationOf } from '@/lib/facts/azure-words'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { displayNameOf, vmKey } from '../vm-name'
import { otherEncryptionOfInventory, otherEncryptionOfVm } from '@/lib/encryption/other-encryption'
import { powerStateOf } from '../power-state'

const noProgress: Progress = { message: null, messageKind: null, phase: null, percent: null }

/** Fields that only a reading of the VM itself can fill. */
const notRead = {
  readError: null,
  pass: null,
  extensionVersion: null,
  progress: noProgress,
  operation: null,
  keyVault: null,
  keyEncryptionKey: null,
  problem: null,
  history: null,
} as const

/** The most severe problem of a reading, as its row shows it. */
function mostSevere(facts: VmFacts, verdict: Verdict): FleetRow['problem'] {
  const first = diagnose(facts, verdict)[0]
  return first === undefined ? null : { kind: first.kind, severity: first.severity, volume: first.volume }
}

function describe(vm: InventoryVm) {
  return {
    key: vm.key,
    id: vm.id,
    name: vm.name,
    subscriptionId: vm.subscriptionId.toLowerCase(),
    resourceGroup: vm.resourceGroup,
    region: valueOrNull(vm.region) ?? '',
    osType: valueOrNull(vm.osType),
    osName: valueOrNull(vm.osName),
    size: valueOrNull(vm.size),
    power: powerStateOf(vm.powerState),
    tags: { ...vm.tags },
    otherEncryption: otherEncryptionOfInventory(vm),
  }
}

/** A row from the inventory's data. `evidenceAt`: ISO time of the inventory. */
export function inventoryRow(vm: InventoryVm, verdict: InventoryVerdict, evidenceAt: string): FleetRow {
  const speaks = verdict.reading === 'inventory'
  // Field by field: there are tens of thousands of these rows, and object spread would dominate their cost.
  return {
    key: vm.key,
    id: vm.id,
    name: vm.name,
    subscriptionId: vm.subscriptionId.toLowerCase(),
    resourceGroup: vm.resourceGroup,
    region: valueOrNull(vm.region) ?? '',
    osType: valueOrNull(vm.osType),
    osName: valueOrNull(vm.osName),
    size: valueOrNull(vm.size),
    power: powerStateOf(vm.powerState),
    tags: vm.tags,
    otherEncryption: otherEncryptionOfInventory(vm),
    reading: verdict.reading,
    readError: null,
    state: verdict.state,
    os: verdict.os,
    data: verdict.data,
    pass: speaks ? 'none' : null,
    extensionVersion: null,
    progress: noProgress,
    operation: null,
    keyVault: null,
    keyEncryptionKey: null,
    readiness: speaks ? fleetReadinessOfInventory(vm, verdict.state) : null,
    flags: speaks ? [] : ['runtime-not-read'],
    problem: null,
    evidenceAt: speaks ? evidenceAt : null,
    history: null,
  }
}

/** A row for a VM that should have been read and could not be. `vm` is null where the inventory does not contain it. */
export function failedRow(id: string, name: VmName, vm: InventoryVm | null, readError: ErrorCode): FleetRow {
  const known: Pick<FleetRow, keyof ReturnType<typeof describe>> =
    vm === null
      ? {
          key: vmKey(id),
          id,
          name: displayNameOf(name),
          subscriptionId: name.subscriptionId.toLowerCase(),
          resourceGroup: name.resourceGroup,
          region: '',
          osType: null,
          osName: null,
          size: null,
          power: 'unknown',
          tags: {},
          otherEncryption: [],
        }
      : describe(vm)
  return {
    ...known,
    ...notRead,
    reading: 'failed',
    readiness: null,
    readError,
    state: 'unknown',
    os: 'unknown',
    data: { state: 'unknown', stamped: 0, total: vm === null ? 0 : (valueOrNull(vm.dataDisks) ?? 0) },
    flags: ['runtime-not-read'],
    evidenceAt: null,
  }
}

/** A row with the verdict from a reading of the VM itself. `readAt` is an ISO time. */
export function readRow(id: string, name: VmName, { facts, verdict }: Judged, readAt: string): FleetRow {
  const ade = facts.adeExtensions[0]
  return {
    key: vmKey(id),
    id: valueOrNull(facts.id) ?? id,
    name: valueOrNull(facts.name) ?? displayNameOf(name),
    subscriptionId: name.subscriptionId.toLowerCase(),
    resourceGroup: name.resourceGroup,
    region: valueOrNull(facts.region) ?? '',
    osType: valueOrNull(facts.osType),
    osName: valueOrNull(facts.osName),
    size: valueOrNull(facts.size),
    power: powerStateOf(facts.powerState),
    tags: { ...facts.tags },
    reading: 'read',
    readError: null,
    state: verdict.state,
    os: verdict.os.state,
    data: { state: verdict.data.state, stamped: verdict.data.stamped, total: verdict.data.total },
    pass: verdict.pass,
    extensionVersion: ade?.view?.version ?? ade?.resource?.version ?? null,
    progress: { ...verdict.progress },
    operation: armOperationOf(facts),
    flags: [...new Set(verdict.flags.map((flag) => flag.code))],
    keyVault: valueOrNull(facts.keyVault),
    keyEncryptionKey: valueOrNull(facts.keyEncryptionKey),
    otherEncryption: otherEncryptionOfVm(facts),
    readiness: fleetReadinessOfVm(facts, verdict.state),
    problem: mostSevere(facts, verdict),
    evidenceAt: readAt,
    history: null,
  }
}
