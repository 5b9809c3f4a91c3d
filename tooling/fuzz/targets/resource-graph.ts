import assert from 'node:assert/strict'
import { fleetRowSchema } from '@/lib/contract/fleet'
import { judgeInventory } from '@/lib/encryption/judge-inventory'
import { inventoryVmOf } from '@/lib/facts/inventory'
import {
  attestationsQuery,
  extensionsQuery,
  stampedDisksQuery,
  virtualMachinesQuery,
} from '@/lib/usecases/fleet/queries'
import { inventoryRow } from '@/lib/usecases/fleet/rows'
import { parseScaleSetId, parseVmId, vmIdOfExtension } from '@/lib/usecases/vm-name'
import { readAttestationRow } from '@/lib/wire/attestation'
import {
  readStampedDisksRow,
  readExtensionRow,
  readHiddenDiskRow,
  readResourceGraphPage,
  readVmRow,
} from '@/lib/wire/resource-graph'
import { simulatedPage } from '../bodies'
import { checkShape } from '../claims'
import { parsed, textsOf, type Target } from '../target'

const at = '2026-11-24T12:00:00.000Z'
const queries = [virtualMachinesQuery, extensionsQuery, stampedDisksQuery, attestationsQuery]

/** A row of the list of VMs: the inventory's verdict, with each combination of answered queries. */
function checkVm(json: unknown): void {
  const row = readVmRow(json)
  if (row === undefined) return
  const vm = inventoryVmOf(row)
  const candidate = !vm.modelEnabled.known || vm.modelEnabled.value
  for (const [complete, osDiskVisible] of [
    [true, vm.osDiskId !== null],
    [false, true],
    [true, false],
  ] as const) {
    const judged = judgeInventory({ ...vm, complete, osDiskVisible, candidate })
    assert.notEqual(judged.state, 'encrypted', 'no inventory proves encryption')
    if (!complete || !osDiskVisible || candidate) assert.equal(judged.state, 'unknown')
    checkShape(fleetRowSchema, inventoryRow(vm, judged, at), 'the row')
  }
}

/** Ids lead to further requests: an accepted id names a VM by segments that cannot change the path. */
function checkIds(id: string): void {
  const owner = vmIdOfExtension(id)
  for (const name of [parseVmId(id), parseScaleSetId(id), owner === null ? null : parseVmId(owner)]) {
    if (name === null) continue
    for (const part of textsOf(name)) {
      assert.match(part, /^[^/\\?#%\s\p{C}]+$/u, 'a name is one segment')
      assert.doesNotMatch(part, /^\.+$/, 'a name does not climb')
    }
  }
}

/** Answers of Resource Graph to the inventory's queries. */
export const target: Target = {
  bodies: () => Promise.all(queries.map(simulatedPage)),
  texts: [],
  words: ['$skipToken', 'data', 'id', 'settings', 'managedBy', 'Local', 'ConfidentialVM', 'VMGuestStateOnly'],
  check(text) {
    const page = readResourceGraphPage(parsed(text))
    if (page === undefined) return
    for (const row of page.data) {
      checkVm(row)
      readAttestationRow(row)
      const rows = [readVmRow(row), readExtensionRow(row), readStampedDisksRow(row), readHiddenDiskRow(row)]
      for (const read of rows) if (read !== undefined) checkIds(read.id)
      checkIds(readStampedDisksRow(row)?.managedBy ?? '')
    }
  },
}
