import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { harmsRunningWork } from '../steps/rest'
import { failedWith } from '../testing/case-parts'
import { explainAny } from './explain-any'
import { terraformOperations } from './terraform'

const report = { os: 'NotEncrypted', data: 'NotMounted' }
const bodies: readonly VmOptions[] = [
  { extension: { ...failedWith(19, samples['linux-os-target-busy']), report } },
  { data: [stamped], extension: { ...failedWith(19, samples['linux-data-failed-xfs']), report } },
]
const due: VmOptions = {
  osDisk: stamped,
  extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
}
const named = (options: VmOptions): string => JSON.stringify({ ...vmBody(options), name: 'vm1' })

function harmful(text: string): readonly StepKind[] {
  const found = explainAny(text)
  if (found.kind !== 'text' && found.kind !== 'vm') throw new Error(found.kind)
  const { problems } = found.kind === 'text' ? found.text : found.troubleshooting
  return problems
    .flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
    .filter((kind) => harmsRunningWork(kind) || kind === 'restart-vm')
}

const id = (vm: string): string =>
  `[id=/subscriptions/s/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/${vm}/extensions/ade]`

describe('a change that Terraform has begun', () => {
  it.each([
    `azurerm_virtual_machine_extension.ade: Still destroying... ${id('vm1')}`,
    'azurerm_virtual_machine_extension.ade: Still destroying... [1m10s elapsed]',
    `azurerm_virtual_machine_extension.ade: Destroying... ${id('vm1')}`,
    `azurerm_virtual_machine_extension.ade: Modifying... ${id('vm1')}`,
    'azurerm_virtual_machine_extension.ade: Still modifying... [10s elapsed]',
    'azurerm_linux_virtual_machine.vm1: Still modifying... [10s elapsed]',
    'module.vm["a"].azurerm_windows_virtual_machine.this: Still destroying... [10s elapsed]',
  ])('holds back what harms it: %s', (line) => {
    for (const options of [...bodies, due]) {
      expect(harmful(named(options)).length).toBeGreaterThan(0)
      expect(harmful(`${named(options)}\n\n${line}`)).toEqual([])
    }
    expect(harmful(`${samples['linux-os-please-reboot']}\n\n${line}`)).toEqual([])
  })

  it.each([
    [
      `azurerm_virtual_machine_extension.ade: Destroying... ${id('vm1')}\nazurerm_virtual_machine_extension.ade: Destruction complete after 8s`,
    ],
    ['azurerm_network_interface.nic: Still modifying... [10s elapsed]'],
    ['azurerm_virtual_machine_data_disk_attachment.a: Creating...'],
  ])('is not in: %s', (text) => {
    expect(terraformOperations(text)).toEqual([])
  })

  it('is not that of another VM', () => {
    const text = `azurerm_virtual_machine_extension.ade: Still modifying... ${id('vm2')}`
    for (const options of bodies)
      expect(harmful(`${named(options)}\n\n${text}`)).toEqual(harmful(`${named(options)}\n\nother words`))
  })
})
