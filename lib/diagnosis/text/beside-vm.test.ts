import { describe, expect, it } from 'vitest'
import { answer } from '@/lib/cli/explain-output'
import { both, stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { explainAny } from './explain-any'

/** As `az` prints it: two lines of JSON would be two VMs. */
const printed = (value: object): string => JSON.stringify(value, null, 2)
const plain = printed(vmBody())
const success = { status: { message: 'Encryption succeeded for all volumes' }, report: both('Encrypted') }
const encrypted = printed(vmBody({ osDisk: stamped, data: [stamped], extension: success }))

const isDoubted = (text: string): boolean => {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(read.kind)
  return read.troubleshooting.problems.some(({ kind }) => kind === 'reports-contradict')
}

describe('a VM that is not encrypted', () => {
  it.each([
    'The OS disk is encrypted at rest (SSE with PMK).',
    'Our auditor asks whether the disk is encrypted',
    'If the disk is encrypted, please tell me.',
    'Ticket: make sure disks are encrypted by Friday',
    'they are encrypted on vm2',
    'The disk was encrypted until we redeployed it.',
    'The disk should be already encrypted by policy.',
    'ディスクは暗号化されていますか',
    'ディスクは暗号化されているはずです。',
    'サーバー側の暗号化でディスクは暗号化されています',
    '{"desired":{"os":"Encrypted","data":"Encrypted"}}',
    '{"expected":{"os":"Encrypted","data":"Encrypted"}}',
  ])('is not doubted for words that deny nothing: %s', (line) => {
    expect(isDoubted(`${plain}\n\n${line}`)).toBe(false)
  })

  it.each(['The OS disk is encrypted.', 'ディスクは暗号化されています', '{"os":"Encrypted","data":"Encrypted"}'])(
    'is doubted for words that state the opposite: %s',
    (line) => {
      expect(isDoubted(`${plain}\n\n${line}`)).toBe(true)
    },
  )
})

const diskOf = (settings: object | undefined): string =>
  printed({
    id: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.Compute/disks/web_OsDisk_1',
    name: 'web_OsDisk_1',
    diskState: 'Attached',
    ...(settings === undefined ? {} : { encryptionSettingsCollection: settings }),
  })

describe('a VM that is encrypted', () => {
  it.each([
    ['its disk without key settings', diskOf(undefined)],
    ['its disk with settings that are off', diskOf({ enabled: false })],
    [
      'a plain root in lsblk -J',
      '{"blockdevices":[{"name":"sda","type":"disk","children":[{"name":"sda1","type":"part","mountpoint":"/"}]}]}',
    ],
    ['a failure to encrypt', 'Failed to encrypt OS volume with error: x'],
    ['a restart that is due', 'OS disk successfully encrypted, please reboot the VM'],
    ['a decryption that ended', 'Decryption succeeded'],
    ['the state of a disk without key settings', 'EncryptionState/notEncrypted'],
  ])('is doubted beside %s', (_name, text) => {
    expect(isDoubted(`${encrypted}\n\n${text}`)).toBe(true)
  })

  it.each([
    ['its disk with key settings', diskOf({ enabled: true })],
    ['a decryption that failed', 'Failed to disable the extension with error: x'],
    [
      'an encrypted root in lsblk -J',
      '{"blockdevices":[{"name":"sda","type":"disk","children":[{"name":"osencrypt","type":"crypt","mountpoints":["/"]}]}]}',
    ],
  ])('is not doubted beside %s', (_name, text) => {
    expect(isDoubted(`${encrypted}\n\n${text}`)).toBe(false)
  })

  it('is doubted where its disk has settings that the VM does not show', () => {
    expect(isDoubted(`${plain}\n\n${diskOf({ enabled: true })}`)).toBe(true)
  })
})

describe('words beside a VM', () => {
  it('are marked in the JSON where they were not judged', () => {
    expect(answer(`${encrypted}\n\n以前の状態`).output).toMatchObject({ wordsBesideNotJudged: true })
    expect(answer(encrypted).output).not.toHaveProperty('wordsBesideNotJudged')
  })

  it('are shown and not called unjudged where they are a message', () => {
    const { output } = answer(`${encrypted}\n\nFailed to encrypt OS volume with error: x`)
    expect(output).toMatchObject({ messagesBeside: [{ kind: 'linux-os-failed' }] })
    expect(output).not.toHaveProperty('wordsBesideNotJudged')
  })
})

it('reads the mapping of the extension in lsblk -f, which prints no type, as an open one', () => {
  const read = explainAny(
    'NAME          FSTYPE      LABEL UUID MOUNTPOINT\nsda\n└─sda1        crypto_LUKS       ab12\n  └─osencrypt ext4              cd34 /\n',
  )
  const rows = read.kind === 'text' ? read.fragments.flatMap((fragment) => fragment.rows) : []
  expect(rows.map(({ subject, finding }) => `${subject} ${finding}`)).toEqual(['sda1 luks', 'osencrypt crypt-open'])
})
