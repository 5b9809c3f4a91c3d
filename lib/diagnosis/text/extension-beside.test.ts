import { describe, expect, it } from 'vitest'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { both, stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { explainAny } from './explain-any'
import { leavesOpen } from './leaves-open'

const json = (options: VmOptions): string => JSON.stringify(vmBody(options), null, 2)
const success = { status: { message: 'Encryption succeeded for all volumes' }, report: both('Encrypted') }
const encrypted = json({ osDisk: stamped, data: [stamped], extension: success })
const without = json({ extension: null })
const block = 'OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : Encrypted\nProgressMessage : x'

const type = 'AzureDiskEncryptionForLinux'
const cmdlet = (state: string, operation = 'EnableEncryption', vm = 'web'): string => `ResourceGroupName : rg
VMName            : ${vm}
Name              : ${type}
Publisher         : Microsoft.Azure.Security
ExtensionType     : ${type}
PublicSettings    : {
                      "EncryptionOperation": "${operation}",
                      "VolumeType": "All"
                    }
ProvisioningState : ${state}`
const az = (state: string, operation = 'EnableEncryption', vm = 'web'): string =>
  JSON.stringify(
    {
      id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${vm}/extensions/${type}`,
      name: type,
      typePropertiesType: type,
      provisioningState: state,
      settings: { EncryptionOperation: operation, VolumeType: 'All' },
    },
    null,
    2,
  )
const table = (state: string): string =>
  `AutoUpgradeMinorVersion    Location    Name                         ProvisioningState    Publisher                 ResourceGroup    TypeHandlerVersion    TypePropertiesType
True                       westeurope  ${type}  ${state}             Microsoft.Azure.Security  rg               1.1                   ${type}`

const printed = (text: string): Promise<string> =>
  answerForPeople(text, 'en', Date.parse('2026-11-29T00:00:00Z')).then(({ output }) => output)
function read(text: string) {
  const found = explainAny(text)
  if (found.kind !== 'vm') throw new Error(found.kind)
  const { problems } = found.troubleshooting
  return { ...found, isDoubted: problems.some(({ kind }) => kind === 'reports-contradict') }
}

describe('an extension listed beside a VM', () => {
  const states = ['Deleting', 'Updating', 'Creating', 'Failed', 'Canceled']

  it.each(states.flatMap((state) => [cmdlet(state), az(state), table(state)].map((text) => [state, text])))(
    'contradicts a state at rest: %s, %#',
    async (state, text) => {
      for (const answer of [encrypted, without, block]) {
        const output = await printed(`${answer}\n\n${text}`)
        expect(output.split('\n')[0]).toContain('(?)')
        expect(output).not.toContain('no operation in progress')
        expect(output).toMatch(new RegExp(`${type}: .*\\(${state}\\)`))
      }
    },
  )

  it('says that an operation failed or was canceled', async () => {
    expect(await printed(`${encrypted}\n\n${cmdlet('Failed')}`)).toContain(
      'the last operation of Azure failed (Failed)',
    )
    expect(await printed(`${encrypted}\n\n${az('Canceled')}`)).toContain('was canceled (Canceled)')
  })

  it.each([cmdlet('Succeeded', 'DisableEncryption'), az('Succeeded', 'DisableEncryption')])(
    'contradicts encrypted volumes by a request to decrypt, whose value is shown: %#',
    async (text) => {
      for (const answer of [encrypted, block]) {
        const output = await printed(`${answer}\n\n${text}`)
        expect(output.split('\n')[0]).toContain('(?)')
        expect(output).toContain('EncryptionOperation: requested (DisableEncryption)')
      }
    },
  )

  it('contradicts a VM without any', () => {
    for (const text of [cmdlet('Succeeded'), az('Succeeded'), table('Succeeded')])
      expect(read(`${without}\n\n${text}`).isDoubted).toBe(true)
  })

  it.each([cmdlet('Succeeded'), az('Succeeded'), table('Succeeded')])(
    'contradicts nothing where both agree: %#',
    (text) => {
      const one = read(`${encrypted}\n\n${text}`)
      expect([one.isDoubted, leavesOpen(one)]).toEqual([false, false])
    },
  )

  it('contradicts nothing where the answer shows the same operation', () => {
    const failed = json({ osDisk: stamped, data: [stamped], extension: { ...success, provisioningState: 'Failed' } })
    expect(read(`${failed}\n\n${cmdlet('Failed')}`).isDoubted).toBe(read(failed).isDoubted)
  })

  it('says nothing of another VM, and leaves open what runs there', () => {
    for (const text of [cmdlet('Deleting', 'DisableEncryption', 'db'), az('Failed', 'DisableEncryption', 'db')]) {
      const one = read(`${encrypted}\n\n${text}`)
      expect([one.isDoubted, leavesOpen(one)]).toEqual([false, true])
      expect(read(`${without}\n\n${text}`).isDoubted).toBe(false)
    }
  })

  it('leaves open a request that the answer does not show', () => {
    const one = read(`${without}\n\n{"EncryptionOperation": "EnableEncryption", "VolumeType": "All"}`)
    expect([one.isDoubted, leavesOpen(one)]).toEqual([false, true])
  })
})
