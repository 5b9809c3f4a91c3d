import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { explainAny } from './explain-any'
import type { ExplainedText } from './explain-text'

function read(text: string): ExplainedText {
  const found = explainAny(text)
  if (found.kind !== 'text') throw new Error(`taken for ${found.kind}`)
  return found.text
}
const offeredBy = (text: string): readonly StepKind[] =>
  read(text).problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))

const mapping = `lsblk
NAME       MAJ:MIN RM SIZE RO TYPE  MOUNTPOINT
sdd          8:48   0   1T  0 disk
└─sdd1       8:49   0   1T  0 part
  └─data0  253:0    0   1T  0 crypt /data0`

describe('an encrypted data volume beside a failure', () => {
  it.each([
    mapping,
    '/dev/sdd1: UUID="aa" TYPE="crypto_LUKS"',
    '/dev/mapper/data0 is active and is in use.',
    'DataVolumesEncrypted : Encrypted',
    '"data": "Encrypted"',
    'sdd1 was already encrypted in January, no backup',
    'Our second data disk is encrypted.',
    '/dev/sdd は既に暗号化されています',
    'データ ディスクは暗号化済みです',
  ])('is not formatted: %s', (words) => {
    expect(offeredBy(`${samples['linux-data-failed-xfs']}\n\n${words}`)).not.toContain('enable-format-all')
  })

  it.each([
    '',
    'the disk is not encrypted',
    mapping.replace('data0  253:0    0   1T  0 crypt /data0', 'osencrypt 253:0 0 30G 0 crypt /'),
  ])('is not in: %s', (words) => {
    expect(offeredBy(`${samples['linux-data-failed-xfs']}\n\n${words}`)).toContain('enable-format-all')
  })

  it('with a header and no mapping contradicts a decryption that ended', () => {
    const { problems, messages } = read(`Decryption succeeded\n\n/dev/sdd1: UUID="aa" TYPE="crypto_LUKS"`)
    expect(problems.map(({ kind }) => kind)).toEqual(['reports-contradict'])
    expect(messages.some(({ showsNext }) => showsNext)).toBe(false)
  })
})

describe('a text that says less than it seems', () => {
  it.each(['"networkAcls": {"bypass": "None", "defaultAction": "Deny"}', '"identity": "None"'])(
    'does not decide, because a field with the value None is no message: %s',
    (field) => {
      const { messages } = read(`${samples['linux-bek-not-attached']}\n\n${field}`)
      expect(messages.map(({ kind }) => kind)).toEqual(['linux-bek-not-attached'])
    },
  )

  it('shows a volume that could not be decrypted only where it names one', () => {
    const supportOf = (text: string) =>
      read(text)
        .problems.flatMap(({ causes }) => causes)
        .find(({ kind }) => kind === 'decryption-stopped-on-volume')?.support
    expect(supportOf(samples['linux-disable-failed'])).toBe('possible')
    expect(supportOf(samples['linux-decryption-failed-item'])).toBe('shown')
  })
})
