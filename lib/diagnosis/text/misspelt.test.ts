import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { showsNextSteps } from '@/lib/views/next-steps'
import { explainAny } from './explain-any'
import { keyLossesIn } from './key-loss'
import { asSpelt } from './misspelt'

const reboot = samples['linux-os-please-reboot']

function kindsIn(text: string): readonly string[] {
  const read = explainAny(text)
  if (read.kind === 'text') return read.text.problems.map(({ kind }) => kind)
  if (read.kind === 'vm') return read.troubleshooting.problems.map(({ kind }) => kind)
  throw new Error(`taken for ${read.kind}`)
}

describe('a word of work that is misspelt by one letter', () => {
  it.each([
    'The encrytion of the data disk is still runing',
    'the disk is being encrpyted',
    'Encyrption is in progres',
    'decrytping the data volume, 31 percent',
    'BitLoker is encrypting drive C:',
  ])('counts as work: %s', (said) => {
    expect(kindsIn(`${reboot}\n\n${said}`)).not.toContain('restart-pending')
  })

  it('changes no other word, no shorter one, and ends no work', () => {
    for (const text of ['the ruling of the runner', 'a running dd', 'finishd', 'complete', 'coping'])
      expect(asSpelt(text)).toBe(text === 'coping' ? 'copying' : text)
    expect(kindsIn(`${reboot}\n\nThe restart has not been done yet.`)).toContain('restart-pending')
  })
})

describe('a row of a table', () => {
  it.each([
    'os | in progress |',
    '| os | in progress | 45 |',
    ' os     | in progress | 45\n data   | done        | 100',
  ])('is read over its bars: %s', (row) => {
    expect(kindsIn(`${reboot}\n\n${row}`)).not.toContain('restart-pending')
  })
})

it('the loss of a key is read over a relative clause, and from network rules without the word vault', () => {
  const clause = 'in the end it turned out that the key vault that we had used for this VM since last spring was purged'
  expect(keyLossesIn(`${'Every one of them had a theory of it and so '.repeat(8)}${clause}`)).toEqual(['purged'])
  expect(keyLossesIn('"networkAcls": {"bypass": "None", "defaultAction": "Deny"}')).toEqual(['vault-closed'])
  expect(keyLossesIn('"networkAcls": {"bypass": "AzureServices", "defaultAction": "Deny"}')).toEqual([])
})

it('nothing is removed after a decryption while a data disk is not mounted', () => {
  const data = (state: string) => showsNextSteps('disabled', [{ state: 'not-encrypted' }, { state }], [])
  expect([data('not-mounted'), data('not-encrypted')]).toEqual([false, true])
  const disk = { stamp: 'notEncrypted', settings: false }
  const body = vmBody({
    osDisk: disk,
    data: [disk],
    extension: { status: { message: 'Decryption succeeded' }, report: { os: 'NotEncrypted', data: 'NotMounted' } },
  })
  expect(kindsIn(JSON.stringify(body))).toContain('data-disks-not-mounted')
})
