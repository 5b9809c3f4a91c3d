import assert from 'node:assert/strict'
import { stateOfData } from '@/lib/encryption/roll-up'
import { vmStates, volumeStates, type TextVerdict, type Verdict } from '@/lib/encryption/types'

function holds(text: string, pattern: RegExp): boolean {
  return pattern.test(text)
}

/** Invariants of every verdict. */
export function checkVerdict(verdict: TextVerdict): void {
  assert.ok(vmStates.includes(verdict.state), 'a state of the vocabulary')
  assert.ok(volumeStates.includes(verdict.os.state), 'a state of the vocabulary')
  if (verdict.data.total === null) {
    const stamps = verdict.volumes.filter(({ role, stamp }) => role === 'data' && stamp === 'encrypted')
    assert.ok(verdict.data.stamped === null && stamps.length === 0, 'stamps of disks that a text does not list')
  } else assert.equal(verdict.data.total, verdict.volumes.filter(({ role }) => role === 'data').length)
  // A body without the model's disks does not show that the VM has no data disks.
  const isOpen = verdict.data.total === 0 && verdict.data.state === 'unknown'
  if (!isOpen) assert.equal(verdict.data.state, stateOfData(verdict.volumes))
  for (const volume of verdict.volumes) {
    assert.ok(volumeStates.includes(volume.state), 'a state of the vocabulary')
    if (volume.state !== 'encrypted') continue
    assert.equal(volume.stamp, 'encrypted', 'an encrypted volume has a stamp')
    assert.equal(verdict[volume.role].reported, 'Encrypted', 'an encrypted volume has a report')
  }
  if (verdict.state === 'encrypted')
    assert.ok(
      verdict.volumes.length > 0 && verdict.volumes.every(({ state }) => state === 'encrypted'),
      'every volume of an encrypted VM is encrypted',
    )
  const { percent } = verdict.progress
  assert.ok(percent === null || (percent >= 0 && percent <= 100), 'a percentage')
}

const diskStamp = /EncryptionState\\?\/encrypted/i
/** Settings of the VM's model, an enabled object; a disk's settings are a list, and do not show its state. */
const modelStamp = /encryptionSettings\\*"?\s*:\s*\{(?=[^]{0,900}\benabled\b\W{1,6}true)(?=[^]{0,900}secretUrl)/i

/**
 * Checks the input text with none of the product's parsers: "encrypted" requires a stamp and a report in it,
 * independent of the rest. In dual pass the stamp of the OS disk is in the VM's model.
 */
export function checkShown(state: Verdict['state'], text: string): void {
  if (state !== 'encrypted') return
  assert.ok(holds(text, diskStamp) || holds(text, modelStamp), 'no disk says that it is encrypted')
  assert.ok(holds(text, /\bos\b[^,}]{0,20}\bEncrypted\b/i), 'no report says that the OS volume is encrypted')
}

/** The part of a schema's interface that is used here. */
export interface Schema {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean
    readonly data?: unknown
    readonly error?: unknown
  }
}

/** Checks that a response matches its published schema, after serialising it as JSON. */
export function checkShape(schema: Schema, value: unknown, name: string): void {
  const sent: unknown = JSON.parse(JSON.stringify(value))
  const result = schema.safeParse(sent)
  if (!result.success) throw new Error(`${name} does not fit its schema: ${JSON.stringify(result.error)}`)
}
