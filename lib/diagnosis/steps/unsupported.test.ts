import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import { commandText } from '../commands/build'
import { explainAny } from '../text/explain-any'

const status = { code: 'ProvisioningState/failed', level: 'Error' }
const vmFailed: VmOptions = {
  data: [{}],
  extension: {
    status: { ...status, message: samples['linux-os-unmount-exhausted'] },
    report: { os: 'NotEncrypted', data: 'NotEncrypted' },
  },
}
const bodyOf = (options: VmOptions): string => JSON.stringify(vmBody({ ...vmFailed, ...options }))
const ephemeral = bodyOf({}).replace('"osDisk":{', '"osDisk":{"diffDiskSettings":{"option":"Local"},')

function shown(body: string) {
  const read = explainAny(body)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  const { problems, steps, unsupported } = read.troubleshooting
  const commands = steps.find(({ kind }) => kind === 'snapshot-disks')?.commands ?? {}
  return {
    kinds: problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)),
    unsupported,
    snapshots: Object.values(commands).map(commandText).join('\n'),
  }
}

describe('a VM of a kind that Azure Disk Encryption does not support', () => {
  it.each([
    ['encryption at host', bodyOf({ encryptionAtHost: true })],
    ['confidential', bodyOf({ securityType: 'ConfidentialVM' })],
    ['an ephemeral OS disk', ephemeral],
  ])('gets a word instead of a request: %s', (_name, body) => {
    expect(shown(bodyOf({})).kinds).toContain('enable-again')
    const { kinds } = shown(body)
    expect(kinds).toContain('request-unsupported')
    expect(kinds.filter((kind) => kind.startsWith('enable-'))).toEqual([])
  })

  const size = (vmSize: string): object => ({ hardwareProfile: { vmSize } })
  const image = (publisher: string, offer: string, sku: string): object => ({
    storageProfile: { imageReference: { publisher, offer, sku, version: 'latest' } },
  })
  const disk = (more: object): object => ({ storageProfile: { dataDisks: [{ lun: 0, name: 'data-0', ...more }] } })

  it.each([
    ['size-basic', size('Basic_A1'), 'Size Basic_A1 is in the Basic tier'],
    ['size-a-series', size('Standard_A0'), 'Size Standard_A0 is in the A series'],
    ['size-v6-temporary-disk', size('Standard_D4ds_v6'), 'with a temporary disk'],
    ['image-data-only', image('RedHat', 'RHEL', '6.8'), 'only data volumes are supported'],
    ['image-unsupported', image('Canonical', 'UbuntuServer', '16.04-LTS'), 'is not supported.'],
    ['write-accelerator-on', disk({ writeAcceleratorEnabled: true }), 'uses Write Accelerator'],
    ['disk-type-unsupported', disk({ managedDisk: { storageAccountType: 'UltraSSD_LRS' } }), 'UltraSSD_LRS'],
    ['disk-type-unsupported', disk({ managedDisk: { storageAccountType: 'PremiumV2_LRS' } }), 'PremiumV2_LRS'],
  ])('is told the reason %s: %j', async (reason, more, sentence) => {
    for (const message of [samples['linux-os-unmount-exhausted'], samples['linux-data-failed-xfs']]) {
      const made = JSON.parse(bodyOf({ extension: { ...vmFailed.extension, status: { ...status, message } } }))
      delete made.properties.instanceView.osName
      const { storageProfile } = made.properties
      Object.assign(made.properties, more, {
        storageProfile: { ...storageProfile, ...('storageProfile' in more ? Object(more.storageProfile) : {}) },
      })
      const body = JSON.stringify(made)
      const { kinds, unsupported } = shown(body)
      expect(kinds.filter((kind) => kind.startsWith('enable-'))).toEqual([])
      expect(kinds).toContain('request-unsupported')
      expect(unsupported.map((each) => each.reason)).toEqual([reason])
      const { output } = await answerForPeople(body, 'en')
      expect(output).toContain(sentence)
      expect(output).not.toContain('send enable')
    }
  })

  it('keeps its request where its system was accepted, and where nothing shows a reason', () => {
    const made = JSON.parse(
      bodyOf({
        osDisk: stamped,
        extension: { ...vmFailed.extension, report: { os: 'Encrypted', data: 'NotEncrypted' } },
      }),
    )
    Object.assign(
      made.properties.storageProfile,
      Object(image('Canonical', 'UbuntuServer', '16.04-LTS')).storageProfile,
    )
    expect(shown(JSON.stringify(made)).unsupported).toEqual([])
    expect(shown(bodyOf({})).unsupported).toEqual([])
  })

  it.each([
    ['ephemeral', ephemeral],
    ['unmanaged', bodyOf({ osDisk: { vhd: true } })],
  ])('gets commands for snapshots of its data disks only, where the OS disk is %s', (_name, body) => {
    const all = shown(bodyOf({})).snapshots.match(/snapshot create|New-AzSnapshot /g) ?? []
    const { snapshots } = shown(body)
    expect(snapshots.match(/snapshot create|New-AzSnapshot /g)?.length).toBe(all.length / 2)
    expect(snapshots).not.toContain('NEW-SNAPSHOT-OF-OS-DISK')
  })

  it('gets no command for snapshots where nothing is left', () => {
    expect(shown(bodyOf({ osDisk: { vhd: true }, data: [] })).snapshots).toBe('')
  })
})
