import { describe, expect, it } from 'vitest'
import { readFragments } from '.'

const found = (value: object): readonly string[] =>
  readFragments(JSON.stringify(value, null, 2).split('\n'))
    .filter(({ kind }) => kind === 'disk')
    .flatMap(({ rows }) => rows.map(({ subject, finding }) => `${subject}: ${finding}`))
const on = { enabled: true, encryptionSettings: [] }

describe('one disk in the form of ARM without its id', () => {
  it('shows its key settings beside its state, which only Azure states', () => {
    expect(found({ name: 'os1', properties: { diskState: 'Attached', encryptionSettingsCollection: on } })).toEqual([
      'os1: stamp-encrypted',
    ])
    expect(found({ name: 'os1', properties: { diskState: 'Attached', encryptionSettingsCollection: null } })).toEqual([
      'os1: stamp-absent',
    ])
  })

  it('shows nothing in a template, or where its settings may have been left out', () => {
    expect(found({ name: 'os1', properties: { encryptionSettingsCollection: on } })).toEqual([])
    expect(found({ name: 'os1', properties: { diskState: 'Attached' } })).toEqual([])
  })
})

it('names the disk of each status in an instance view', () => {
  const view = (name: string, word: string): object => ({ name, statuses: [{ code: `EncryptionState/${word}` }] })
  expect(found({ disks: [view('os1', 'encrypted'), view('data1', 'notEncrypted')] })).toEqual([
    'os1: stamp-encrypted',
    'data1: stamp-not-encrypted',
  ])
  expect(found({ statuses: [{ code: 'EncryptionState/encrypted' }] })).toEqual(['EncryptionState: stamp-encrypted'])
})
