import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { harmsRunningWork } from '../steps/rest'
import { explainAny } from './explain-any'
import { readPowerRows } from './power-rows'

const vms = (state: string): string =>
  [
    'ResourceGroupName Name  Location       VmSize OsType   NIC ProvisioningState Zone',
    '----------------- ----  --------       ------ ------   --- ----------------- ----',
    `rg-one            web-1 westeurope Standard_D4s_v3  Linux nic-1         ${state}`,
  ].join('\n')
const job = (state: string): string =>
  `1      Long Running O… AzureLongRunni… ${state}       True            localhost            Set-AzVMDiskEncryptionExt…`

describe('tables of Azure at work', () => {
  it('name the VM whose provisioning state is open', () => {
    expect(readPowerRows(vms('Updating')).operations).toEqual([{ vm: 'web-1', time: null, isRequest: false }])
    expect(readPowerRows(vms('Succeeded')).operations).toEqual([])
  })

  it('count a running job of disk encryption, for a VM that it does not name', () => {
    expect(readPowerRows(job('Running')).operations).toEqual([{ vm: null, time: null, isRequest: false }])
    expect(readPowerRows(job('Completed')).operations).toEqual([])
    expect(readPowerRows(job('Running').replace('Set-AzVMDiskEncryptionExt…', 'Start-AzVM')).operations).toEqual([])
  })

  const stepsBeside = (table: string): readonly StepKind[] => {
    const read = explainAny(`${table}\n\n${samples['linux-data-failed-xfs']}`)
    if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
    return read.text.problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
  }

  it.each([vms('Updating'), job('Running')])('hold back what harms it beside a failure', (table) => {
    expect(stepsBeside(vms('Succeeded')).some(harmsRunningWork)).toBe(true)
    expect(stepsBeside(table).filter(harmsRunningWork)).toEqual([])
  })
})
