import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { commandText } from '../commands/build'
import { explainAny } from '../text/explain-any'

const vmFailed: VmOptions = {
  data: [{}],
  extension: {
    status: { code: 'ProvisioningState/failed', level: 'Error', message: samples['linux-os-unmount-exhausted'] },
    report: { os: 'NotEncrypted', data: 'NotEncrypted' },
  },
}
const bodyOf = (options: VmOptions): string => JSON.stringify(vmBody({ ...vmFailed, ...options }))
const ephemeral = bodyOf({}).replace('"osDisk":{', '"osDisk":{"diffDiskSettings":{"option":"Local"},')

function shown(body: string) {
  const read = explainAny(body)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  const { problems, steps } = read.troubleshooting
  const commands = steps.find(({ kind }) => kind === 'snapshot-disks')?.commands ?? {}
  return {
    kinds: problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)),
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
