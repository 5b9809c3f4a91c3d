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
const inPortal = (operation: string, status: string, at = '08:59:00'): string =>
  `2026-11-29T${at}Z\t${operation}\t${status}`
/** One id for all operations of a deployment, or for all attempts. */
const shared = { correlation: 'c' }
const cut = (text: string): string => text.slice(0, -60)
const openShapes: readonly (readonly [string, string])[] = [
  ['a row with the name of the operation', `2026-11-29T08:59:00Z  ${write}  Started  ${idOf('vm1')}`],
  ['a row with the name and without an id', `2026-11-29T08:59:00Z  ${write}  Started`],
  [
    'the file of the portal',
    `Correlation id,Operation name,Status,Time,Resource type\nc-7,${localized},Started,Sun Nov 29 2026 08:59:00 GMT+0000,Microsoft.Compute/virtualMachines/extensions`,
  ],
  ['one id for two VMs', json(event('Started', shared), event('Succeeded', { ...shared, at: '09:10:00', vm: 'vm2' }))],
  [
    'one id for two operations',
    json(
      event('Succeeded', { ...shared, at: '09:10:00', operation: 'Microsoft.Compute/virtualMachines/write' }),
      event('Started', shared),
    ),
  ],
  ['one id for two attempts', json(event('Failed', { ...shared, at: '08:20:00' }), event('Started', shared))],
  [
    'a request of which an earlier one ended',
    rows(['09:20:00', 'Accepted'], ['09:10:00', 'Succeeded'], ['09:00:00', 'Started']),
  ],
  [
    'localized texts alone',
    JSON.stringify({
      operationName: { localizedValue: 'Deallocate Virtual Machine' },
      status: { localizedValue: 'Started' },
      eventTimestamp: '2026-11-29T08:59:00Z',
    }),
  ],
  ['a state in another letter case', json(event('started'))],
  ['JSON that breaks off', cut(json(event('Started'), event('Accepted')))],
  ['JSON that breaks off in its only event', cut(JSON.stringify([event('Started')]))],
  ['own names of fields', JSON.stringify([{ Operation: 'Restart Virtual Machine', Status: 'Started', Time: 'now' }])],
  [
    'a diagnostic setting',
    JSON.stringify({
      time: '2026-11-29T08:59:00Z',
      resourceId: idOf('VM1'),
      operationName: write.toUpperCase(),
      resultType: 'Start',
    }),
  ],
  [
    'Log Analytics',
    `TimeGenerated,OperationNameValue,ActivityStatusValue,_ResourceId\n"11/29/2026, 8:59:00 AM",${write.toUpperCase()},Start,${idOf('vm1')}`,
  ],
  ['Event Grid', JSON.stringify({ data: { operationName: write, status: 'Started', resourceUri: idOf('vm1') } })],
  ['Japanese', inPortal('仮想マシン拡張機能の作成または更新', '開始済み')],
  ['a Japanese status', json(event('開始済み'))],
  ['a Japanese stop', inPortal('仮想マシンの割り当て解除', '承諾済み')],
  ['Japanese fields', '操作名: 仮想マシンの再起動\n状態: 開始\n'],
  ['German', inPortal('Virtuellen Computer neu starten', 'Gestartet')],
  ['a German request', inPortal('Erweiterung für virtuelle Computer erstellen oder aktualisieren', 'Akzeptiert')],
  ['a German stop', 'Zuordnung der VM aufheben  In Bearbeitung'],
  ['French', inPortal('Créer ou mettre à jour une extension de machine virtuelle', 'Démarré')],
  ['cells on their own lines', `${localized}\nStarted\n5 minutes ago`],
  ['a cut operation', '11/29/2026 08:59:00 Create or Upd... rg1 Started'],
  ['a request that goes on', 'Deallocate Virtual Machine\tIn progress\t1 minute ago'],
  [
    'rows of two VMs',
    `2026-11-29T08:59:00Z  ${localized}  Started    vm1\n2026-11-29T09:10:00Z  ${localized}  Succeeded  vm2`,
  ],
]
const ended: readonly (readonly [string, string])[] = [
  [
    'an end without times',
    json(event('Started', shared), event('Succeeded', shared)).replaceAll(/"eventTimestamp.*/g, ''),
  ],
  ['an end in Log Analytics', `2026-11-29T08:59:00Z,${write},Start\n2026-11-29T09:10:00Z,${write},Success`],
  [
    'a Japanese end',
    ['開始済み', '成功'].map((word, at) => inPortal('仮想マシンの再起動', word, `09:0${at}:00`)).join('\n'),
  ],
  [
    'a German end',
    ['Gestartet', 'Erfolgreich']
      .map((word, at) => inPortal('Virtuellen Computer neu starten', word, `09:0${at}:00`))
      .join('\n'),
  ],
  [
    'a status of HTTP behind the end',
    `2026-11-29T08:59:00Z  ${write}  Started\n2026-11-29T09:10:00Z  ${write}  Succeeded  Created`,
  ],
  ['boot diagnostics', '2026-11-29T08:59:00Z  Retrieves the Virtual Machine boot diagnostics  Started'],
  ['a scale set', '2026-11-29T08:59:00Z  Create or Update Virtual Machine Scale Set  Started'],
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

  it.each([...open, ...openShapes])('holds back what harms an operation without an end: %s', (_form, text) => {
    expect(stepsFor(body).some(harmsRunningWork)).toBe(true)
    expect(stepsFor(`${body}\n\n${text}`).filter(harmsRunningWork)).toEqual([])
  })

  it.each(ended)('says nothing by %s', (_form, text) => {
    expect(stepsFor(`${body}\n\n${text}`)).toEqual(stepsFor(`${body}\n\nother words`))
  })
})

describe('a restart that is due', () => {
  const at = (time: string): string =>
    JSON.stringify({
      ...JSON.parse(
        JSON.stringify(
          vmBody({
            osDisk: stamped,
            extension: {
              status: { message: samples['linux-os-please-reboot'], time },
              report: { os: 'VMRestartPending' },
            },
          }),
        ),
      ),
      name: 'vm1',
    })
  const log = json(event('Started', { at: '04:00:00', ...shared }), event('Accepted', { at: '04:00:05', ...shared }))

  it('is not held back by the request that it ends', () => {
    expect(stepsFor(`${at('2026-11-29T08:00:00Z')}\n\n${log}`)).toContain('restart-vm')
  })

  it('is by a newer one, by another operation, and where the times do not show it', () => {
    for (const time of ['2026-11-29T03:00:00Z', '2026-11-29T08:00:00'])
      expect(stepsFor(`${at(time)}\n\n${log}`)).not.toContain('restart-vm')
    const deallocate = json(
      event('Started', { at: '04:00:00', operation: 'Microsoft.Compute/virtualMachines/deallocate/action' }),
    )
    expect(
      stepsFor(
        `${at('2026-11-29T08:00:00Z')}\n\n${deallocate.replaceAll('/extensions/AzureDiskEncryptionForLinux', '')}`,
      ),
    ).not.toContain('restart-vm')
  })
})

describe('operations that have begun', () => {
  it('name their VM where the text does', () => {
    const vms = (text: string) => openOperations(text).map(({ vm }) => vm)
    expect(vms(json(event('Started'), event('Started', { vm: 'vm2' })))).toEqual(['vm1', 'vm2'])
    expect(vms(shortRow)).toEqual([null])
    expect(vms('The extension was started on this Virtual Machine.')).toEqual([])
    expect(vms('Start Virtual Machine is a button of the portal.')).toEqual([])
    expect(vms(`08:59:00Z  ${write}  Started  ${idOf('vm1')}`)).toEqual(['vm1'])
    expect(vms(`08:59:00Z  ${localized}  Started  ${idOf('vm1')}`)).toEqual(['vm1'])
    expect(vms(`${localized}  Started  Microsoft.Compute/virtualMachines/extensions`)).toEqual([null])
  })

  it('can be on a VM whose name is not known', () => {
    const on = (vm: string | null, name: string | null): boolean =>
      areOn([{ vm, time: null, isRequest: false }], { name, awaitsRestartSince: null })
    expect(on('vm1', 'VM1')).toBe(true)
    expect(on('vm1', 'vm2')).toBe(false)
    expect(on('vm1', null)).toBe(true)
    expect(on(null, 'vm1')).toBe(true)
    expect(areOn([], { name: null, awaitsRestartSince: null })).toBe(false)
  })

  it('hold back the own steps of a message without a VM', () => {
    const failure = samples['linux-os-target-busy']
    const read = explainAny(`${failure}\n\n${list('Started')}`)
    expect(read.kind === 'text' && read.text.changesAllowed).toBe(false)
  })
})
