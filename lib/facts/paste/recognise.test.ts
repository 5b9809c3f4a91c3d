import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { vmBody } from '../testing/vm-body'
import { pasteLimit } from './errors'
import { besideAnswers, listLimit, recognisePaste, recogniseVms } from './recognise'

const arm = JSON.stringify(vmBody({ extension: {} }))
const block = `OsVolumeEncrypted          : Encrypted
DataVolumesEncrypted       : NoDiskFound
OsVolumeEncryptionSettings : Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings
ProgressMessage            : Provisioning succeeded
`

function outcome(text: string): string {
  const result = recognisePaste(text)
  return result.ok ? result.value.input : result.failure.code
}

describe('recognising a paste', () => {
  it.each([
    ['ARM body', arm, 'arm-vm'],
    ['pretty ARM body after a mark', `\uFEFF${JSON.stringify(JSON.parse(arm), null, 2)}\n`, 'arm-vm'],
    ['ARM body without a type', JSON.stringify({ properties: { storageProfile: {} } }), 'arm-vm'],
    ['type in another case', JSON.stringify({ type: 'microsoft.compute/virtualmachines', properties: {} }), 'arm-vm'],
    ['list of one', `[${arm}]`, 'arm-vm'],
    ['page of one', `{"value":[${arm}]}`, 'arm-vm'],
    ['instance view alone', JSON.stringify({ disks: [], extensions: [], statuses: [] }), 'arm-vm'],
    ['flattened', JSON.stringify({ name: 'a', storageProfile: {}, instanceView: null, resources: null }), 'az-vm'],
    ['flattened, type alone', JSON.stringify({ type: 'Microsoft.Compute/virtualMachines' }), 'az-vm'],
    ['encryption show', JSON.stringify({ disks: [], status: null, substatus: null }), 'az-encryption-show'],
    [
      'encryption show, dual pass',
      JSON.stringify({ osDisk: 'Encrypted', dataDisk: 'Unknown', osType: 'Windows' }),
      'az-encryption-show',
    ],
    ['PowerShell', block, 'powershell'],
    [
      'PowerShell with a prompt',
      `PS C:\\> Get-AzVMDiskEncryptionStatus -VMName a\r\n\r\n${block.replaceAll('\n', '\r\n')}`,
      'powershell',
    ],
    ['PowerShell as JSON', '{"OsVolumeEncrypted":"Encrypted","DataVolumesEncrypted":"Encrypted"}', 'powershell'],
    ['JSON in colours', `\u001b[39;49;00m${arm}\u001b[0m`, 'arm-vm'],
    ['a warning before JSON', `WARNING: something\n${arm}\n$ `, 'arm-vm'],
  ])('%s', (_, text, expected) => {
    expect(outcome(text)).toBe(expected)
  })

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\uFEFF', 'empty'],
    ['too much', ' '.repeat(pasteLimit + 1), 'too-large'],
    ['words', 'hello', 'not-a-vm'],
    ['null', 'null', 'not-a-vm'],
    ['a number', '42', 'not-a-vm'],
    ['an empty object', '{}', 'not-a-vm'],
    ['an empty list', '[]', 'not-a-vm'],
    ['another resource', '{"type":"Microsoft.Compute/disks","properties":{"osType":"Linux"}}', 'not-a-vm'],
    [
      'a scale set',
      '{"type":"Microsoft.Compute/virtualMachineScaleSets","properties":{"virtualMachineProfile":{"storageProfile":{}}}}',
      'not-a-vm',
    ],
    ['an ARM error', '{"error":{"code":"ResourceNotFound"}}', 'not-a-vm'],
    ['a VM and something else', `[${arm},{}]`, 'not-a-vm'],
    ['broken JSON', arm.slice(0, -5), 'json-invalid'],
    ['broken JSON after a prompt', `$ az vm show\n${arm.slice(0, -5)}`, 'json-invalid'],
    ['two VMs', `[${arm},${arm}]`, 'several-vms'],
    ['two VMs on two lines', `${arm}\n${arm}\n`, 'several-vms'],
    ['a page of two', `{"value":[${arm},${arm}]}`, 'several-vms'],
    ['two blocks', `${block}\n${block}`, 'several-vms'],
    ['a mark of systemd', '[  OK  ] Reached target Initrd Root Device.\n[FAILED] Failed to start x [y]', 'not-a-vm'],
    ['a line of a chat', '[Wed 09:10] Tanaka: it is up [again]', 'not-a-vm'],
    ['a time of a kernel', '[   12.345678] sd 0:0:0:0: [sda] Attached', 'not-a-vm'],
    ['manage-bde in German', 'Volume "C:" [Windows]\n[Betriebssystemvolume]\n\n    Größe: 126,45 GB', 'not-a-vm'],
    ['a list that is cut', '[1, 2', 'json-invalid'],
    ['a field that is cut out of JSON', '"progressMessage": "OS disk', 'json-invalid'],
    ['a quotation', '"A disabled key stops every start of the VM", says our vendor.', 'not-a-vm'],
    ['deep nesting', '['.repeat(1_000_000), 'json-invalid'],
    ['deep nesting, closed', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'not-a-vm'],
    ['prototype keys', '{"__proto__":{"storageProfile":{}}}', 'not-a-vm'],
  ])('refuses %s', (_, text, code) => {
    expect(outcome(text)).toBe(code)
  })

  it.each([
    ['empty lines', `x\n${'\n \n'.repeat(1_000_000)}`],
    ['lines that go on', `OsVolumeEncrypted : x\nProgressMessage : http://${'\n  http://a'.repeat(300_000)}`],
    ['deep nesting', `{${'"a":['.repeat(500_000)}`],
  ])('costs at most a few scans of hostile text: %s', (_name, text) => {
    expect(costInScans(() => outcome(text), text.length, 100)).toBeLessThanOrEqual(100)
  })
})

describe('an extension with its instance view', () => {
  const view = { statuses: [{ code: 'ProvisioningState/transitioning', message: 'OS disk encryption started' }] }
  const named = { publisher: 'Microsoft.Azure.Security', provisioningState: 'Succeeded', instanceView: view }

  it.each([
    ['of az vm extension show without id and type', { name: 'x', typePropertiesType: 'AzureDiskEncryption', ...named }],
    ['of ARM without id and type', { name: 'x', properties: { type: 'AzureDiskEncryption', ...named } }],
  ])('is no VM: %s', (_, extension) => {
    expect(outcome(JSON.stringify(extension))).toBe('not-a-vm')
  })
})

describe('values of one line each', () => {
  const vm = JSON.stringify({ name: 'web', id: '/x', properties: { storageProfile: {} } })
  const tool = JSON.stringify({ blockdevices: [{ name: 'sda', type: 'disk' }] })
  const named = (text: string) => {
    const result = recogniseVms(text)
    return result.ok ? [result.value.vms.length, result.value.unreadable.length] : [0, 0]
  }

  it('are one VM and what stands beside it, in any order', () => {
    for (const text of [`${vm}\n${tool}`, `${tool}\n${vm}`, `${vm}\r\n${tool}\n${tool}`]) {
      expect(named(text)).toEqual([1, 0])
      expect(besideAnswers(text)).toContain(tool)
      expect(besideAnswers(text)).not.toContain('storageProfile')
    }
  })

  it('are a list where several are VMs, or one cannot be read', () => {
    expect(named(`${vm}\n${vm}\n${tool}`)).toEqual([2, 1])
    expect(named(`${vm}\n${tool}\n{"name": "we`)).toEqual([1, 2])
  })
})

describe('several blocks', () => {
  const words = (text: string) => {
    const result = recogniseVms(text)
    return result.ok
      ? result.value.vms.map(({ paste }) => ('status' in paste ? [paste.status.os, paste.status.message] : []))
      : []
  }

  it.each([
    ['one below the other', `${block}\n${block.replace(': Encrypted', ': NotEncrypted')}`],
    ['without the empty line', `${block}${block.replace(': Encrypted', ': NotEncrypted')}`],
  ])('are read separately: %s', (_, text) => {
    expect(words(text)).toEqual([
      ['Encrypted', 'Provisioning succeeded'],
      ['NotEncrypted', 'Provisioning succeeded'],
    ])
  })

  it('take no field of another block, or of a block without its head', () => {
    const cut = 'ProgressMessage : of one before\n\n'
    const short = 'OsVolumeEncrypted : Encrypted\n\n'
    expect(words(`${cut}${short}${block}`)).toEqual([
      ['Encrypted', null],
      ['Encrypted', 'Provisioning succeeded'],
    ])
  })

  it('are judged up to the limit, and the rest is counted', () => {
    const result = recogniseVms(`${block}\n`.repeat(listLimit + 2))
    expect(result.ok && [result.value.vms.length, result.value.leftOut]).toEqual([listLimit, 2])
  })
})

describe('a PowerShell block', () => {
  function status(text: string) {
    const result = recognisePaste(text)
    return result.ok && 'status' in result.value ? result.value.status : null
  }

  it('is read field by field', () => {
    expect(status(block)).toEqual({
      tool: 'powershell',
      name: null,
      os: 'Encrypted',
      data: 'NoDiskFound',
      settings: 'Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings',
      message: 'Provisioning succeeded',
      osType: null,
    })
  })

  it('loses its colours and joins its broken lines', () => {
    const colour = '\u001b[32;1m'
    const text = `${colour}OsVolumeEncrypted          : \u001b[0mEncryptionInProgress
OsVolumeEncryptionSettings :
ProgressMessage            : OS disk encryption
                             started

PS C:\\> exit`
    expect(status(text)).toMatchObject({
      os: 'EncryptionInProgress',
      data: null,
      settings: null,
      message: 'OS disk encryption started',
    })
  })

  it('joins a word that a narrow console broke', () => {
    const broken =
      'OsVolumeEncrypted : EncryptionInPro\n                    gress\nDataVolumesEncrypted : Not\n   Mounted'
    const found = recogniseVms(broken)
    expect(found.ok && found.value.vms.map(({ paste }) => paste)).toMatchObject([
      { status: { os: 'EncryptionInProgress', data: 'NotMounted' } },
    ])
  })

  it('joins a broken address without a blank', () => {
    const text =
      'OsVolumeEncrypted : Encrypted\nProgressMessage   : https://v.vault.azure.net/secrets/a-\n                    b/0d5f\n'
    expect(status(text)?.message).toBe('https://v.vault.azure.net/secrets/a-b/0d5f')
  })
})

describe('the flattened form', () => {
  it('becomes the ARM body again', () => {
    const body = vmBody({
      osDisk: { stamp: 'encrypted', settings: true },
      data: [{}],
      extension: { report: { os: 'Encrypted' } },
      encryptionAtHost: true,
    }) as {
      properties: Record<string, unknown>
      resources: { id: string; name: string; properties: Record<string, unknown> }[]
    }
    const { properties, resources, ...rest } = body
    const flatten = (typeKey: string) => ({
      ...rest,
      ...properties,
      resources: resources.map(({ properties: inner, ...outer }) => {
        const { type, ...others } = inner
        return { ...outer, ...others, [typeKey]: type, instanceView: null }
      }),
    })
    const expected = recognisePaste(JSON.stringify(body))
    for (const key of ['typePropertiesType', 'virtualMachineExtensionType']) {
      const flat = recognisePaste(JSON.stringify(flatten(key)))
      expect(flat.ok && 'facts' in flat.value && flat.value.facts).toEqual(
        expected.ok && 'facts' in expected.value && expected.value.facts,
      )
    }
  })

  it('prefers the instance view to the printed power state', () => {
    const instanceView = { statuses: [{ code: 'PowerState/running' }] }
    const result = recognisePaste(JSON.stringify({ powerState: 'VM deallocated', storageProfile: {}, instanceView }))
    expect(result.ok && 'facts' in result.value && result.value.facts.powerState).toEqual({
      known: true,
      value: 'running',
    })
  })

  it('contains the power state that --show-details prints, and the older name of a size', () => {
    const flat = {
      powerState: 'VM deallocated',
      storageProfile: { osDisk: { name: 'o', diskSizeGb: 30 }, dataDisks: null },
    }
    const result = recognisePaste(JSON.stringify(flat))
    expect(result.ok && 'facts' in result.value && result.value.facts).toMatchObject({
      powerState: { known: true, value: 'deallocated' },
      osDisk: { sizeGiB: 30 },
    })
  })
})
