import { describe, expect, it } from 'vitest'
import { explainAny } from './explain-any'

const started = 'OS disk encryption started'

function decidingIn(text: string) {
  const read = explainAny(text)
  return read.kind === 'text' ? read.text.messages.find(({ decides }) => decides)?.kind : read.kind
}

describe('a running encryption', () => {
  it.each([
    'VM is not fully encrypted with Azure Disk Encryption. The following data disks are not encrypted: /dev/sdd2',
    'The encryption request was accepted. Please use "show" command to monitor the progress.',
  ])('is not displaced by a later line of another source: %s', (line) => {
    expect(decidingIn(`${started}\n\n${line}`)).toBe('linux-os-encryption-started')
  })

  it('gives way to the extension’s own later words, and to a failure', () => {
    expect(decidingIn(`${started}\n\nEncryption succeeded for all volumes`)).toBe('linux-all-succeeded')
    expect(decidingIn(`${started}\n\nCode="VMExtensionProvisioningTimeout"`)).not.toBe('linux-os-encryption-started')
  })
})

describe('a request that waits for a stop', () => {
  it('does not say that the VM is off', () => {
    const text = `${started}\nUpdates to encryptionSettings is not allowed when VM is allocated, Please retry after VM is deallocated`
    const read = explainAny(text)
    const problems = read.kind === 'text' ? read.text.problems.map(({ kind }) => kind) : []
    expect(problems).not.toContain('vm-not-running')
  })
})

describe('a request again of a VM with dual pass', () => {
  it('names the application and its secret', () => {
    const read = explainAny('[Microsoft.Azure.Security.AzureDiskEncryptionForLinux-0.1.0.999283] Enable failed.')
    const steps = read.kind === 'text' ? read.text.steps : []
    const again = steps.find(({ kind }) => kind === 'enable-again')
    // azure-cli 2.74 cannot end such a request.
    expect(again?.commands.az).toBeUndefined()
    expect(JSON.stringify(again?.commands.powershell)).toContain('-AadClientID')
    expect(JSON.stringify(again?.commands.powershell)).toContain('-AadClientSecret')
  })
})

describe('words beside the answer about a VM', () => {
  const body = JSON.stringify({
    name: 'vm1',
    properties: { storageProfile: { osDisk: { name: 'os', osType: 'Linux' } }, instanceView: { statuses: [] } },
  })
  const saysMore = (text: string) => {
    const read = explainAny(text)
    return read.kind === 'vm' && read.saysMore
  }

  it.each([
    'manage-bde -off C:',
    'sudo cryptsetup luksErase /dev/sda2',
    'old',
    'это старый вывод, ВМ заменена',
    'NOTE: this VM was redeployed from a plain image.',
  ])('are named where they are not judged: %s', (line) => {
    expect(saysMore(`${body}\n\n${line}`)).toBe(true)
  })

  it.each(['vm1:', 'az vm show -g rg -n vm1 -o json', '$ sudo lsblk -f'])(
    'are not named where a command only reads: %s',
    (line) => {
      expect(saysMore(`${line}\n${body}`)).toBe(false)
    },
  )
})
