import { describe, expect, it } from 'vitest'
import { explainAny } from './explain-any'

const failed =
  'Failed to encrypt OS volume with error: Command dd failed, stack trace: x, machine state: encrypt_block_device'

function read(text: string) {
  const found = explainAny(text)
  if (found.kind !== 'text') throw new Error(`read as ${found.kind}`)
  return found
}

describe('messages with the names of several VMs before them', () => {
  it.each([
    ['success and failure', `vm-lotus: Encryption succeeded for all volumes\nvm-harbor: ${failed}`],
    ['failure and success', `vm-harbor: ${failed}\nvm-lotus: Encryption succeeded for all volumes`],
    [
      'names with domains, and a line between',
      `web01.contoso.local : OS disk encryption started\n\n web02.contoso.local : OS disk successfully encrypted, please reboot the VM`,
    ],
    [
      'an unknown text of a third',
      `a1: OS disk encryption started\nb2: Nothing known\nc3: Encryption succeeded for all volumes`,
    ],
  ])('decide nothing for one another: %s', (_, text) => {
    const { text: explained } = read(text)
    expect(explained.order).toBe('machines')
    expect(explained.messages.length).toBe(2)
    expect(new Set(explained.messages.map(({ machine }) => machine)).size).toBe(2)
    expect(explained.messages.filter(({ decides }) => decides)).toEqual([])
    expect([explained.problems, explained.steps]).toEqual([[], []])
  })

  it.each([
    ['one name', `vm-lotus: OS disk encryption started\nvm-lotus: ${failed}`],
    ['names of fields', `ProgressMessage: OS disk encryption started\nErrorMessage: ${failed}`],
    ['labels', `before: OS disk encryption started\nafter: ${failed}`],
  ])('are of one VM with %s', (_, text) => {
    const found = explainAny(text)
    if (found.kind === 'text') expect(found.text.order).not.toBe('machines')
  })
})

it('reads the sub-status of each named VM, and nothing of them as a whole', () => {
  const text =
    'vm01: {"os": "Encrypted", "data": "Encrypted"}\nvm02: {"os": "NotEncrypted", "data": "NotMounted"}\nvm03: {"os": "EncryptionInProgress", "data": "EncryptionInProgress"}'
  const { fragments, text: explained } = read(text)
  expect(fragments.map(({ kind }) => kind)).toEqual(['substatus'])
  expect(fragments[0]?.rows.map(({ subject, finding }) => `${subject} ${finding}`)).toEqual([
    'vm01: os says-encrypted',
    'vm01: data says-encrypted',
    'vm02: os says-not-encrypted',
    'vm02: data says-not-mounted',
    'vm03: os says-in-progress',
    'vm03: data says-in-progress',
  ])
  expect([explained.messages, explained.steps]).toEqual([[], []])
})

it('takes the cmdlet and the exception of one error for no names of VMs', () => {
  const missing = 'BEK disk is missing or not initialized. BEK disk is not attached.'
  const { text } = read(
    `Set-AzVMDiskEncryptionExtension: Failed to update encryption settings with error: ${missing}, stack trace: Traceback\n  File "handle.py", line 640\nBekMissingException: ${missing}`,
  )
  expect(text.order).not.toBe('machines')
  expect(text.messages.at(-1)?.kind).toBe('linux-bek-not-attached')
})

describe('messages of several VMs, each below', () => {
  const started = 'OS disk encryption started'
  const reboot = 'OS disk successfully encrypted, please reboot the VM'

  it.each([
    ['a prompt', '[root@vm-a ~]# tail -1 extension.log', '[root@vm-b ~]# tail -1 extension.log'],
    ['a prompt of a remote session', '[vm-a]: PS C:\\> type log', '[vm-b]: PS C:\\> type log'],
    [
      'a cmdlet',
      'PS C:\\> Get-AzVMDiskEncryptionStatus -VMName vm-a',
      'PS C:\\> Get-AzVMDiskEncryptionStatus -VMName vm-b',
    ],
    ['a command', '$ az vm encryption show -g rg -n vm-a -o tsv', '$ az vm encryption show -g rg --name vm-b -o tsv'],
    ['a head of Ansible', 'vm-a | CHANGED | rc=0 >>', 'vm-b | CHANGED | rc=0 >>'],
    ['a task of Ansible', 'ok: [vm-a] => {', 'ok: [vm-b] => {'],
    ['a name', 'vmss_0', 'vmss_1'],
    ['a name and a colon', 'web01:', 'web02:'],
    ['a heading', '== vm-a ==', '== vm-b =='],
    ['a label', 'VM name: lotus', 'VM name: harbor'],
  ])('%s, have no joint conclusion', (_, one, other) => {
    const { text } = read(`${one}\n${started}\n${other}\n${reboot}`)
    expect(text.order).toBe('machines')
    expect([text.problems, text.steps]).toEqual([[], []])
  })

  it.each([
    ['the same name', '== vm-a ==', '== vm-a =='],
    ['commands of one VM', '$ az vm encryption show -g rg -n vm-a', '$ az vm encryption show -g rg -n vm-a'],
    ['one word', 'vm-a', 'again'],
    ['devices', 'sda1', 'sda2'],
  ])('%s, are of one VM', (_, one, other) => {
    expect(read(`${one}\n${started}\n${other}\n${reboot}`).text.order).not.toBe('machines')
  })
})
