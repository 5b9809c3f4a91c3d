import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { stamped } from '@/lib/encryption/testing/judged'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { harmsRunningWork } from '../steps/rest'
import { failedWith } from '../testing/case-parts'
import { areOn, openOperations } from './activity-log'
import { explainAny } from './explain-any'

const plain = { os: 'NotEncrypted', data: 'NotMounted' } as const
const bodies: readonly (readonly [string, VmOptions])[] = [
  ['a failed OS disk', { extension: { ...failedWith(19, samples['linux-os-target-busy']), report: plain } }],
  [
    'failed data volumes',
    { data: [stamped], extension: { ...failedWith(19, samples['linux-data-failed-xfs']), report: plain } },
  ],
  [
    'a restart that is due',
    {
      osDisk: stamped,
      extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
    },
  ],
]

interface Said {
  readonly vm?: string
  readonly at?: string
  readonly operation?: string
  readonly correlation?: string
}
const write = 'Microsoft.Compute/virtualMachines/extensions/write'
const localized = 'Create or Update Virtual Machine Extension'
const idOf = (vm: string): string =>
  `/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-1/providers/Microsoft.Compute/virtualMachines/${vm}/extensions/AzureDiskEncryptionForLinux`

const event = (status: string, { vm = 'VM1', at = '08:59:00', operation = write, correlation }: Said = {}): object => ({
  operationName: { value: operation, localizedValue: localized },
  status: { value: status, localizedValue: status },
  eventTimestamp: `2026-11-29T${at}Z`,
  resourceId: idOf(vm),
  ...(correlation === undefined ? {} : { correlationId: correlation }),
})
const json = (...events: readonly object[]): string => JSON.stringify(events, null, 2)
const own = (status: string, at: string): object => ({
  time: `2026-11-29T${at}.5Z`,
  what: localized,
  who: 'a@b.c',
  how: status,
})
const rows = (...found: readonly (readonly [at: string, status: string])[]): string =>
  ['Time  What  Who  How', ...found.map(([at, how]) => `2026-11-29T${at}Z  ${localized}  a@b.c  ${how}`)].join('\n')
const list = (status: string, at = '8:59:00 AM', vm = 'vm1'): string =>
  [
    'Caller               : a@b.c',
    'CorrelationId        : 5d5a7c0e-0000-4000-8000-000000000001',
    `EventTimestamp       : 11/29/2026 ${at}`,
    `OperationName        : ${localized}`,
    'ResourceGroupName    : rg-1',
    'ResourceId           : /subscriptions/1/resourceGroups/rg-1/providers/Microsoft.Compute/virtualMachi',
    `                       nes/${vm}/extensions/AzureDiskEncryptionForLinux`,
    `Status               : ${status}`,
  ].join('\n')
const shortRow = `11/29/2026 8:59:00 AM ${localized} a@b.c Started`

const open: readonly (readonly [string, string])[] = [
  ['azure-cli', json(event('Started'))],
  ['an accepted request', json(event('Accepted'))],
  ['one of which an earlier one ended', json(event('Succeeded', { at: '08:00:00' }), event('Started'))],
  ['one of which another operation ended', json(event('Started'), event('Succeeded', { at: '09:10:00', vm: 'vm2' }))],
  [
    'a request that another one ended',
    json(event('Started', { correlation: 'a' }), event('Succeeded', { at: '09:10:00', correlation: 'b' })),
  ],
  ['a stop of the VM', json(event('Started', { operation: 'Microsoft.Compute/virtualMachines/deallocate/action' }))],
  ['a page of ARM', JSON.stringify({ value: [event('Started')] }, null, 2)],
  ["the product's own query", json(own('Started', '08:59:00'))],
  ["the table of the product's own query", rows(['08:59:00', 'Started'])],
  [
    'a table with two begun and one ended',
    rows(['09:05:00', 'Succeeded'], ['09:00:00', 'Started'], ['08:59:00', 'Started']),
  ],
  ['Get-AzActivityLog', list('Started')],
  ['its table', `EventTimestamp OperationName Caller Status\n${shortRow}`],
]
const ended: readonly (readonly [string, string])[] = [
  [
    'a later end',
    json(event('Succeeded', { at: '09:10:00' }), event('Accepted', { at: '08:59:01' }), event('Started')),
  ],
  ['a failure', json(event('Started'), event('Failed', { at: '09:10:00' }))],
  ['an end by its correlation', json(event('Started', { correlation: 'a' }), event('Succeeded', { correlation: 'a' }))],
  ['another VM', json(event('Started', { vm: 'vm2' }))],
  ['another VM in a list', list('Started', '8:59:00 AM', 'vm2')],
  ['an end in a list', `${list('Succeeded', '9:10:00 AM')}\n\n${list('Started')}`],
  ['an end in a table', rows(['09:05:00', 'Succeeded'], ['08:59:01', 'Accepted'], ['08:59:00', 'Started'])],
  [
    'a read',
    json(event('Started', { operation: 'Microsoft.Compute/virtualMachines/retrieveBootDiagnosticsData/action' })),
  ],
  ['a disk', json(event('Started', { operation: 'Microsoft.Compute/disks/write' }))],
]

function stepsFor(text: string): readonly StepKind[] {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  return read.troubleshooting.problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
}

describe.each(bodies)('the Activity Log beside %s', (_, options) => {
  const body = JSON.stringify({ ...JSON.parse(JSON.stringify(vmBody(options))), name: 'vm1' })

  it.each(open)('holds back what harms an operation without an end: %s', (_form, text) => {
    expect(stepsFor(body).some(harmsRunningWork)).toBe(true)
    expect(stepsFor(`${body}\n\n${text}`).filter(harmsRunningWork)).toEqual([])
  })

  it.each(ended)('says nothing by %s', (_form, text) => {
    expect(stepsFor(`${body}\n\n${text}`)).toEqual(stepsFor(`${body}\n\nother words`))
  })
})

describe('operations that have begun', () => {
  it('name their VM where the text does', () => {
    expect(openOperations(json(event('Started'), event('Started', { vm: 'vm2' })))).toEqual([
      { vm: 'vm1' },
      { vm: 'vm2' },
    ])
    expect(openOperations(shortRow)).toEqual([{ vm: null }])
    expect(openOperations('The extension was started on this Virtual Machine.')).toEqual([])
  })

  it('can be on a VM whose name is not known', () => {
    expect(areOn([{ vm: 'vm1' }], 'VM1')).toBe(true)
    expect(areOn([{ vm: 'vm1' }], 'vm2')).toBe(false)
    expect(areOn([{ vm: 'vm1' }], null)).toBe(true)
    expect(areOn([{ vm: null }], 'vm1')).toBe(true)
    expect(areOn([], null)).toBe(false)
  })

  it('hold back the own steps of a message without a VM', () => {
    const failure = samples['linux-os-target-busy']
    const read = explainAny(`${failure}\n\n${list('Started')}`)
    expect(read.kind === 'text' && read.text.changesAllowed).toBe(false)
  })
})
