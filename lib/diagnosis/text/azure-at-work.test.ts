import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { messages } from '@/lib/i18n/messages'
import { stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { harmsRunningWork } from '../steps/rest'
import { failedWith } from '../testing/case-parts'
import { explainAny } from './explain-any'

const plain = { os: 'NotEncrypted', data: 'NotMounted' } as const
const busy: VmOptions = { extension: { ...failedWith(19, samples['linux-os-target-busy']), report: plain } }
const due: VmOptions = {
  osDisk: stamped,
  extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
}

/** The body of a VM whose own provisioning state is this one. */
function body(options: VmOptions, provisioningState = 'Succeeded'): string {
  const made = JSON.parse(JSON.stringify(vmBody(options))) as { properties: object }
  return JSON.stringify({ ...made, properties: { ...made.properties, provisioningState } })
}

function stepsFor(text: string): readonly StepKind[] {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  return read.troubleshooting.problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
}

describe('a VM that Azure creates, changes or deletes', () => {
  it.each(['Updating', 'Creating', 'Deleting', 'Migrating'])('%s gets no step that harms running work', (state) => {
    expect(stepsFor(body(busy)).some(harmsRunningWork)).toBe(true)
    const found = stepsFor(body(busy, state))
    expect(found.filter(harmsRunningWork)).toEqual([])
    expect(found).toContain('wait-for-operation')
  })

  it('is restarted where its run waits for the restart', () => {
    expect(stepsFor(body(due, 'Updating'))).toContain('restart-vm')
  })

  it.each(['Deleting', 'Migrating'])('%s is not restarted, whatever waits for it', (state) => {
    expect(stepsFor(body(due, state)).filter(harmsRunningWork)).toEqual([])
    const { extension } = due
    const removed = body({ ...due, extension: { ...extension, provisioningState: 'Deleting' } })
    expect(stepsFor(removed).filter(harmsRunningWork)).toEqual([])
  })

  it.each(['NotReady', 'unresponsive'])('gets no such step while its handler is %s, unless it is off', (word) => {
    const handler = { type: 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux' }
    const withHandler = (options: VmOptions): string => {
      const made = JSON.parse(body(options)) as { properties: { instanceView: { vmAgent: object } } }
      const extensionHandlers = [{ ...handler, status: { code: `ProvisioningState/${word}` } }]
      Object.assign(made.properties.instanceView.vmAgent, { extensionHandlers })
      return JSON.stringify(made)
    }
    for (const options of [busy, due]) expect(stepsFor(withHandler(options)).filter(harmsRunningWork)).toEqual([])
    const off = { ...busy, power: 'deallocated' } as const
    expect(stepsFor(withHandler(off))).toEqual(stepsFor(body(off)))
  })
})

describe('what stands beside a VM of another resource', () => {
  const named = (options: VmOptions): string => JSON.stringify({ ...JSON.parse(body(options)), name: 'vm1' })
  const table = (name: string): string =>
    `Name    ResourceGroup    PowerState    Location\n------  ---------------  ------------  ----------\nvm1     rg1              VM running    westeurope\n${name}     rg1              VM starting   westeurope`
  const nsg = (more: object): string =>
    JSON.stringify({ ...more, provisioningState: 'Updating', securityRules: [] }, null, 2)
  const id = '/subscriptions/1/resourceGroups/rg1/providers/Microsoft.Network/networkSecurityGroups/web'

  it.each([
    ['another VM of a table that starts', table('vm2')],
    ['a network security group', nsg({ name: 'nsg1' })],
    ['a network security group with its id', nsg({ name: 'web', id })],
  ])('holds nothing back: %s', (_name, text) => {
    for (const options of [busy, due])
      expect(stepsFor(`${named(options)}\n\n${text}`)).toEqual(stepsFor(`${named(options)}\n\nother words`))
  })

  it.each([
    ['the VM itself in a table', table('vm1')],
    ['a row without a head', 'vm2     rg1              VM starting   westeurope'],
    ['words', 'VM starting'],
    ['a resource of no known kind', nsg({ name: 'web' })],
    ['an extension', nsg({ name: 'nsg1', type: 'Microsoft.Compute/virtualMachines/extensions' })],
  ])('does otherwise: %s', (_name, text) => {
    for (const options of [busy, due])
      expect(stepsFor(`${named(options)}\n\n${text}`).filter(harmsRunningWork)).toEqual([])
  })
})

describe('data volumes that are being encrypted', () => {
  it.each(['EncryptionInProgress', 'DecryptionInProgress'] as const)('are not formatted, by the word %s', (data) => {
    const xfs = (report: object): VmOptions => ({
      data: [stamped],
      extension: { ...failedWith(19, samples['linux-data-failed-xfs']), report },
    })
    expect(stepsFor(body(xfs(plain)))).toContain('enable-format-all')
    expect(stepsFor(body(xfs({ os: 'NotEncrypted', data })))).not.toContain('enable-format-all')
  })
})

describe('words of the platform about a VM at rest', () => {
  const done: VmOptions = {
    osDisk: stamped,
    data: [stamped],
    extension: { report: { os: 'Encrypted', data: 'Encrypted' } },
  }
  interface View {
    statuses: object[]
    vmAgent: { extensionHandlers?: object[] }
    extensions: { substatuses: object[] }[]
  }
  function shown(change: (view: View) => void, provisioningState = 'Succeeded'): Promise<string> {
    const made = JSON.parse(body(done, provisioningState)) as { properties: { instanceView: View } }
    change(made.properties.instanceView)
    return answerForPeople(JSON.stringify(made), 'en').then(({ output }) => output)
  }
  const handler =
    (word: string, type = 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux') =>
    (view: View) => {
      view.vmAgent.extensionHandlers = [{ type, status: { code: `ProvisioningState/${word}` } }]
    }
  const nothingRuns = messages.en.verdict.next.nothing.title
  const doubt = `${messages.en.states.state.encrypted} (?)`

  it.each(['Updating', 'Deleting'])('%s make its answer doubtful', async (state) => {
    expect(await shown(() => {}, state)).toContain(doubt)
    expect(await shown(() => {})).not.toContain(doubt)
  })

  it.each<[string, (view: View) => void]>([
    ['an operation on the VM', (view) => view.statuses.unshift({ code: 'ProvisioningState/updating' })],
    ['a handler that is not ready', handler('NotReady')],
    ['a handler that is being written', handler('transitioning')],
    ['a handler that is being updated', handler('upgrading')],
    [
      'a power state that Azure does not know',
      (view) => {
        view.statuses = [{ code: 'PowerState/unknown' }]
      },
    ],
    [
      'a percentage below 100',
      (view) => view.extensions[0]?.substatuses.push({ message: '{"Progress":[{"Percentage":43}]}' }),
    ],
  ])('leave open what runs: %s', async (_, change) => {
    expect(await shown(change)).not.toContain(nothingRuns)
  })

  it.each<[string, (view: View) => void]>([
    ['a handler at rest', handler('succeeded')],
    ['a handler of another extension', handler('transitioning', 'Microsoft.Azure.Monitor.AzureMonitorLinuxAgent')],
    [
      'a percentage of 100',
      (view) => view.extensions[0]?.substatuses.push({ message: '{"Progress":[{"Percentage":100}]}' }),
    ],
  ])('say that nothing runs: %s', async (_, change) => {
    expect(await shown(change)).toContain(nothingRuns)
  })

  it('hold back what harms an operation that the instance view alone shows', () => {
    const made = JSON.parse(body(busy)) as { properties: { instanceView: View } }
    made.properties.instanceView.statuses.unshift({ code: 'ProvisioningState/updating' })
    expect(stepsFor(JSON.stringify(made)).filter(harmsRunningWork)).toEqual([])
  })
})
