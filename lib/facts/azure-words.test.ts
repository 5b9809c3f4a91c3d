import { expect, it } from 'vitest'
import { known, unknown } from '@/lib/shared/known'
import { armOperationOf, isKnownOff, isUnknownPower, unknownWordsOf } from './azure-words'
import { vmBody, type VmOptions } from './testing/vm-body'
import { readVmFacts } from './vm-facts'

const facts = (options: VmOptions, provisioningState?: string) => ({
  ...readVmFacts(vmBody(options)),
  ...(provisioningState === undefined ? {} : { provisioningState: known(provisioningState) }),
})

it.each<[VmOptions, string | undefined, 'running' | 'not-known' | null]>([
  [{ extension: { provisioningState: 'Creating' } }, 'Succeeded', 'running'],
  [{ extension: { provisioningState: 'updating' } }, undefined, 'running'],
  [{ extension: {} }, 'Updating', 'running'],
  [{}, 'Creating', 'running'],
  [{ extension: { provisioningState: 'Splendid' } }, 'Succeeded', 'not-known'],
  [{}, 'Splendid', 'not-known'],
  [{ osDisk: { stamp: 'enchanted' } }, 'Succeeded', 'not-known'],
  [{ power: 'dreaming' }, 'Succeeded', null],
  [{ extension: { provisioningState: 'Failed' } }, 'Canceled', null],
  [{ extension: { resource: false } }, undefined, null],
])('operation of ARM: %j %s', (options, provisioningState, operation) => {
  expect(armOperationOf(facts(options, provisioningState))).toBe(operation)
})

it('lists each unknown word once per field', () => {
  const stamps = { osDisk: { stamp: 'enchanted' }, data: [{ stamp: 'enchanted' }, { stamp: 'encrypted' }] }
  const extension = { provisioningState: 'Splendid' }
  expect(unknownWordsOf(facts({ ...stamps, extension, power: 'dreaming' }, 'Splendid'))).toEqual([
    { field: 'power-state', word: 'dreaming' },
    { field: 'provisioning-state', word: 'Splendid' },
    { field: 'disk-stamps', word: 'EncryptionState/enchanted' },
  ])
  expect(unknownWordsOf(facts({ osDisk: { stamp: 'notEncrypted' }, extension: {}, power: 'deallocated' }))).toEqual([])
})

it('does not conclude from an unknown power state that a VM is off', () => {
  expect(['stopped', 'deallocated'].map((word) => isKnownOff(known(word)))).toEqual([true, true])
  expect(['starting', 'stopping', 'deallocating'].map((word) => isKnownOff(known(word)))).toEqual([false, false, false])
  expect(['running', 'dreaming', 'unknown'].map((word) => isKnownOff(known(word)))).toEqual([false, false, false])
  expect([known('dreaming'), known('unknown'), unknown('absent')].map(isUnknownPower)).toEqual([true, false, false])
})
