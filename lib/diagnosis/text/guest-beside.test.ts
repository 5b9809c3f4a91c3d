import { describe, expect, it } from 'vitest'
import { answer } from '@/lib/cli/explain-output'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { explain } from '../explain'
import { explainAny, type ExplainedOne } from './explain-any'

const json = (options: VmOptions): string => JSON.stringify(vmBody(options), null, 2)
const stamped = { stamp: 'encrypted', settings: true }
const cleared = { stamp: 'notEncrypted', settings: false }

const linux = json({
  osDisk: stamped,
  data: [stamped],
  extension: { report: { os: 'Encrypted', data: 'Encrypted' } },
})
const windows = json({
  os: 'Windows',
  osDisk: stamped,
  extension: { report: { os: 'Encrypted', data: 'NotMounted' } },
})
const decrypted = json({
  osDisk: cleared,
  data: [cleared],
  extension: {
    operation: 'DisableEncryption',
    status: { message: 'Decryption succeeded' },
    report: { os: 'NotEncrypted', data: 'NotEncrypted' },
  },
})
const without = json({ extension: null })

const head = 'NAME   MAJ:MIN RM SIZE RO TYPE MOUNTPOINT'
const plain = `${head}
sda      8:0    0  30G  0 disk
├─sda1   8:1    0  29G  0 part /
└─sda15  8:15   0 106M  0 part /boot/efi
sdb      8:16   0   8G  0 disk
└─sdb1   8:17   0   8G  0 part /mnt
sdc      8:32   0   1T  0 disk
└─sdc1   8:33   0   1T  0 part /data`
const crypt = `${head}
sda              8:0    0  30G  0 disk
└─sda1           8:1    0  29G  0 part
  └─osencrypt  253:0    0  29G  0 crypt /
sdc              8:32   0   1T  0 disk
└─sdc1           8:33   0   1T  0 part
  └─data0      253:1    0   1T  0 crypt /data`
const dataCrypt = `${head}\nsdc 8:32 0 1T 0 disk\n└─data0 253:1 0 1T 0 crypt /data`
const manageBde = (status: string, protection: string): string => `BitLocker Drive Encryption: Configuration Tool
Disk volumes that can be protected with
BitLocker Drive Encryption:
Volume C: [Windows]
[OS Volume]

    Size:                 126.45 GB
    Conversion Status:    ${status}
    Protection Status:    ${protection}
    Key Protectors:
        External Key
`

function read(text: string): ExplainedOne {
  const found = explainAny(text)
  if (found.kind !== 'vm') throw new Error(`taken for ${found.kind}`)
  return found
}
const isDenied = (text: string): boolean =>
  read(text).troubleshooting.problems.some(({ kind }) => kind === 'reports-contradict')
const bothOrders = (vm: string, tool: string): readonly string[] => [`${vm}\n\n${tool}`, `$ ${tool}\n\n${vm}`]

describe('the output of a tool beside the JSON of a VM', () => {
  it.each([
    ['lsblk', linux, plain],
    ['a mapping that agrees', linux, crypt],
    ['manage-bde', windows, manageBde('Fully Decrypted', 'Protection Off')],
    ['manage-bde that agrees', windows, manageBde('Fully Encrypted', 'Protection On')],
    ['cryptsetup', linux, '/dev/mapper/osencrypt is inactive.'],
    ['blkid', decrypted, '/dev/sdd1: UUID="aa-bb" TYPE="crypto_LUKS"'],
    ['a second report', linux, '{"os":"NotEncrypted","data":"NotEncrypted"}'],
  ])('is shown, and the verdict is that of the JSON alone: %s', (_, vm, tool) => {
    const alone = explain(vm)
    if (!alone.ok) throw new Error(alone.failure.code)
    for (const text of bothOrders(vm, tool)) {
      const { explained, fragments } = read(text)
      expect(fragments.length, text).toBeGreaterThan(0)
      const { diagnosis: one, ...mixed } = explained.explanation
      const { diagnosis: other, ...pure } = alone.value
      expect([mixed, one]).toEqual([pure, other])
    }
  })

  it.each([
    [linux, plain],
    [linux, '/dev/mapper/osencrypt is inactive.'],
    [linux, '{"os":"NotEncrypted","data":"NotEncrypted"}'],
    [linux, 'The data disk is being decrypted.'],
    [decrypted, dataCrypt],
    [decrypted, '/dev/sdd1: UUID="aa-bb" TYPE="crypto_LUKS"'],
    [windows, manageBde('Fully Decrypted', 'Protection Off')],
    [windows, manageBde('Encryption in Progress', 'Protection Off')],
    [without, crypt],
    // It can be the owner's own: that no disk is encrypted is not known either.
    [json({ data: [{}], extension: null }), dataCrypt],
    [without, '/dev/sdc1: TYPE="crypto_LUKS"'],
    [without, '/dev/sda2: TYPE="crypto_LUKS"'],
    [without, `${head}\nsda 8:0 0 30G 0 disk\n└─sda2 8:2 0 29G 0 part crypto_LUKS`],
    [without, 'lsblk shows osencrypt'],
    ['OsVolumeEncrypted : NotEncrypted\nDataVolumesEncrypted : NotEncrypted\nProgressMessage : x', 'lsblk: osencrypt'],
    [decrypted, '{"blockdevices":[{"name":"sdc1","fstype":"BitLocker","type":"part","mountpoint":null}]}'],
    [decrypted, '/dev/sdc1: TYPE="BitLocker"'],
    ['OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : Encrypted\nProgressMessage : x', plain],
  ])('is said to contradict it: %#', (vm, tool) => {
    expect(isDenied(`${vm}\n\n${tool}`)).toBe(true)
  })

  it.each([
    [linux, crypt],
    [windows, manageBde('Fully Encrypted', 'Protection On')],
    [decrypted, plain],
    [without, 'lsblk shows no osencrypt'],
    // Boot files and the temporary disk are plain on every VM.
    [linux, `${head}\nsda15 8:15 0 106M 0 part /boot/efi\nsda5 8:5 0 9G 0 part /home\nsdb1 8:17 0 8G 0 part /mnt`],
  ])('contradicts nothing where both agree: %#', (vm, tool) => {
    expect(isDenied(vm)).toBe(false)
    expect(isDenied(`${vm}\n\n${tool}`)).toBe(false)
  })

  it('withholds the removal of the extension beside an encrypted volume', () => {
    const kinds = (text: string) =>
      read(text).troubleshooting.problems.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps))
    expect(kinds(`${decrypted}\n\n${dataCrypt}`)).not.toContain('remove-extension-after-disable')
  })

  it('stands in the JSON of the command line only where the text holds it', () => {
    expect(answer(linux).output).not.toHaveProperty('fragments')
    expect(answer(`${linux}\n\n${plain}`).output).toHaveProperty('fragments')
  })
})

describe('words beside the JSON of a VM', () => {
  it.each([
    'Then I ran az vm encryption disable -g rg -n vm1 --volume-type all',
    'Since then we disabled encryption on it.',
    'But lsblk shows no crypt device, so it is not encrypted.',
    '暗号化されていません',
    'この VM は復号しました。',
  ])('that deny it are said to contradict it: %s', (said) => {
    expect(isDenied(`${linux}\n\n${said}`)).toBe(true)
  })

  it.each([
    'I have swapped the OS disk after this.',
    'これは 1 年前の出力です。',
    '# taken 2021-03-04, the VM was redeployed since',
    '// old',
    '--- vm2 ---',
    'web01:',
    'Host: vm2',
    '2019-01-01',
    '=== 2019-01-01 10:00:00 UTC ===',
    'Sat Nov 28 09:00:05 UTC 2026',
    '11/28/2026 09:00 AM',
    '2026年11月28日',
  ])('that nothing judges are named, before and behind it: %s', (said) => {
    for (const text of [`${linux}\n\n${said}`, `${said}\n\n${linux}`]) expect(read(text).saysMore, text).toBe(true)
  })

  it('are not named where only commands, names and the output of tools stand there', () => {
    for (const beside of [
      '$ az vm show -g rg -n vm1',
      'web:',
      'VM: web',
      '-- web.corp.example --',
      plain,
      manageBde('Fully Encrypted', 'Protection On'),
    ])
      expect(read(`${beside}\n\n${linux}`).saysMore, beside).toBe(false)
  })
})

describe('a pasted VM that holds evidence on both sides', () => {
  const body = (options: VmOptions): string => json({ osDisk: stamped, data: [stamped], ...options })
  const done = { os: 'Encrypted', data: 'Encrypted' }

  it.each([
    ['work in its message', body({ extension: { report: done, status: { message: 'OS disk encryption started' } } })],
    [
      'a restart that is due',
      body({
        extension: { report: done, status: { message: 'OS disk successfully encrypted, please reboot the VM' } },
      }),
    ],
    [
      'a second report',
      body({
        extension: {
          substatuses: [done, { os: 'NotEncrypted', data: 'NotEncrypted' }].map((word) => ({
            message: JSON.stringify(word),
          })),
        },
      }),
    ],
    [
      'a second extension',
      body({
        extensions: [{ report: done }, { name: 'other', report: { os: 'EncryptionInProgress', data: 'Encrypted' } }],
      }),
    ],
    ['a request to decrypt', body({ extension: { operation: 'DisableEncryption', report: done } })],
    ['success of a run', decrypted.replace('Decryption succeeded', 'Encryption succeeded for all volumes')],
  ])('is said to contradict itself, and its verdict stays: %s', (_, text) => {
    expect(isDenied(text)).toBe(true)
    expect(isDenied(linux) || isDenied(decrypted)).toBe(false)
  })

  it('is not said to be at rest while a status is being written', () => {
    const text = body({
      extension: { report: done, status: { code: 'ProvisioningState/transitioning', message: null } },
    })
    expect(read(text).explained.operation).toBe('running')
  })
})

describe('several JSON values in one text', () => {
  it('are read one by one: two VMs, or one VM beside another answer', () => {
    expect(explainAny(`${linux}\n${windows}`).kind).toBe('vms')
    expect(explainAny(`$ az keyvault show\n{"name": "kv", "properties": {}}\n$ az vm show\n${linux}`).kind).toBe('vm')
  })

  it('are not judged where one of them breaks off; a whole one before it is, with a doubt', () => {
    const cut = explainAny(`${linux}\n${windows.slice(0, -20)}`)
    expect(cut.kind === 'vm' && cut.explained.isChanging && cut.saysMore).toBe(true)
    expect(explainAny(`[\n${linux},\n${windows}`).kind).not.toMatch(/^vm/)
  })
})
