import { expect, it } from 'vitest'
import { judge } from '@/lib/encryption/judge'
import { judgeInventory } from '@/lib/encryption/judge-inventory'
import { inventoryVmOf } from '@/lib/facts/inventory'
import { secretUrl, vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { known } from '@/lib/shared/known'
import { canonicalFacts } from './canonical'
import type { Observation } from './observation'
import { observe, observeInventory } from './observe'
import { allowedSilence, isMoving } from './polling'

const observation = {
  cloud: 'public',
  tenantId: 't',
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/asked',
  at: '2026-05-01T10:00:00.000Z',
  source: 'collector',
} as const

function seen(options: VmOptions): Observation {
  const facts = readVmFacts(vmBody(options))
  return observe(facts, judge(facts), observation)
}

const copying: VmOptions = {
  osDisk: { stamp: 'encrypted', settings: true },
  data: [{ stamp: 'encrypted', settings: true, lun: 3 }],
  extension: {
    status: { code: 'ProvisioningState/succeeded', message: 'Encrypting data volume 2/5: 41%' },
    report: { os: 'EncryptionInProgress', data: 'EncryptionInProgress' },
  },
}

it('keeps the facts of one reading', () => {
  const { facts, firstSeen, lastSeen, source } = seen(copying)
  expect({ firstSeen, lastSeen, source }).toEqual({
    firstSeen: observation.at,
    lastSeen: observation.at,
    source: 'collector',
  })
  expect(facts).toMatchObject({
    depth: 'vm',
    state: 'encrypting',
    message: { kind: 'linux-data-percent', percent: 41, index: 2, count: 5, phase: 'data-encrypting' },
    reported: { os: 'EncryptionInProgress', data: 'EncryptionInProgress' },
    status: { code: 'ProvisioningState/succeeded' },
    request: { operation: 'EnableEncryption', volumeType: 'All' },
    disks: [
      { role: 'os', stamp: 'encrypted', sizeGiB: 64 },
      { role: 'data', lun: 3, state: 'encrypting' },
    ],
  })
  expect(isMoving(facts)).toBe(true)
  expect(allowedSilence(facts, { movingMs: 30_000, quietMs: 900_000 })).toBe(60_000)
})

it('never keeps the whole address of a secret, and keeps both ends of a long message', () => {
  const dual = seen({ extension: { version: '0.1', status: { message: secretUrl } } })
  expect(dual.facts.message?.text).toMatch(/\/…$/)
  const long = seen({ extension: { status: { message: `Failed ${'x'.repeat(50_000)} machine state: prereq` } } })
  expect(long.facts.message?.text).toHaveLength(8_001)
  expect(long.facts.message?.text).toMatch(/^Failed x+…x+ machine state: prereq$/)
})

it('has one canonical text for equal facts, for any order of the fields', () => {
  const { facts } = seen(copying)
  const shuffled = Object.fromEntries(Object.entries(facts).reverse()) as unknown as typeof facts
  expect(canonicalFacts(shuffled)).toBe(canonicalFacts(facts))
  expect(canonicalFacts({ ...facts, power: 'deallocated' })).not.toBe(canonicalFacts(facts))
})

it('counts the inventory as an observation only when the verdict comes from the inventory', () => {
  const vm = inventoryVmOf({ id: observation.id, name: 'asked' } as unknown as Parameters<typeof inventoryVmOf>[0])
  const evidence = {
    complete: true,
    osDiskVisible: true,
    candidate: false,
    dataDisks: known(0),
    encryptionAtHost: known(false),
    securityType: known(null),
    osDiskSecurityEncryptionType: known(null),
    diskEncryptionSetId: known(null),
  }
  expect(observeInventory(vm, judgeInventory(evidence), observation)?.facts).toMatchObject({
    depth: 'inventory',
    state: 'not-encrypted',
    data: 'none',
  })
  expect(observeInventory(vm, judgeInventory({ ...evidence, complete: false }), observation)).toBeNull()
  expect(observeInventory(vm, judgeInventory({ ...evidence, candidate: true }), observation)).toBeNull()
})
