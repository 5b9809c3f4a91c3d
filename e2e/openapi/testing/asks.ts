import { randomUUID } from 'node:crypto'
import type { OperationId } from '@/lib/openapi/operations'
import { operations } from '@/lib/openapi/operations'
import type { Ask, Stage } from './stage'

type Parts = Readonly<Record<string, string>>

const partsOf = (id: string): readonly string[] => id.split('/')

/** Names and ids in the requests: a VM, an instance, a watch, links. */
export interface Names {
  readonly vm: Parts
  readonly instance: Parts
  readonly watch: string
  readonly snapshot: string
  readonly wave: string
  readonly waveVersion: string
  readonly view: string
  readonly viewVersion: string
  /** ARM id of a VM. */
  readonly vmId: string
  /** Tokens of a link without passphrase, and of one with a passphrase. */
  readonly open: string
  readonly locked: string
}

/** The passphrase of the locked link. */
export const passphrase = 'correct horse'

export function vmParts(armId: string): Parts {
  const [, , subscription = '', , group = '', , , , name = ''] = partsOf(armId)
  return { subscription, group, name }
}

export function instanceParts(armId: string): Parts {
  const [, , subscription = '', , group = '', , , , scaleSet = '', , instance = ''] = partsOf(armId)
  return { subscription, group, scaleSet, instance }
}

const reference = ({ subscription = '', group = '', name = '' }: Parts) => ({
  subscriptionId: subscription,
  resourceGroup: group,
  name,
})

const watch = (vm: Parts) => ({
  target: { kind: 'vm', vm: reference(vm) },
  kinds: ['failed', 'finished'],
  channels: [],
  language: 'en',
})

const places = ({ subscription }: Parts) => ({
  places: [{ subscriptionId: subscription, region: 'westeurope', sizes: ['Standard_D2s_v5'] }],
})

const wave = (version: string | null) => ({ version, name: 'Ready', until: null, owner: '', note: '' })

const viewWith = (version: string | null) => ({ version, name: 'Failed', query: 'state=failed', shared: false })

const noteOf = (id: string, version: string | null) => ({
  note: operations.putNotes.body.example.note,
  vms: [{ id, version }],
})

/** A request that was built on a version that is not the stored one. */
export function staleAsk(id: OperationId, good: Ask, names: Names): Ask {
  if (id === 'putNotes') return { ...good, body: noteOf(names.vmId, 'stale') }
  if (id === 'putView') return { params: { id: names.view }, body: viewWith('stale') }
  if (id === 'removeView') return { params: { id: names.view, version: 'stale' } }
  return { ...good, params: { id: names.wave, version: 'stale' }, ...('body' in good && { body: wave('stale') }) }
}

/** A valid request for each operation. */
export function goodAsks(names: Names): Readonly<Record<OperationId, Ask>> {
  const { vm, instance } = names
  const preview = { subject: { kind: 'view', query: '' }, reveal: [] }
  return {
    readFleet: {},
    stopFleet: { params: { load: randomUUID() } },
    readFleetHistory: { params: { hours: '24' } },
    readVm: { params: vm },
    readScaleSetInstance: { params: instance },
    readVmHistory: { params: vm },
    readVmTimeline: { params: vm },
    troubleshootVm: { params: vm },
    troubleshootVmWithLog: { params: vm, body: operations.troubleshootVmWithLog.body.example },
    listWatches: {},
    putWatch: { body: watch(vm) },
    changeWatches: { body: operations.changeWatches.body.example },
    changeWatch: { params: { id: names.watch }, body: operations.changeWatch.body.example },
    endWatch: { params: { id: names.watch } },
    listNotices: { params: { after: '0' } },
    listNotes: {},
    putNotes: { body: noteOf(names.vmId, null) },
    putWave: { params: { id: randomUUID() }, body: wave(null) },
    endWave: { params: { id: names.wave, version: names.waveVersion } },
    listViews: {},
    putDefaultView: { body: { defaultView: names.view } },
    putView: { params: { id: randomUUID() }, body: viewWith(null) },
    removeView: { params: { id: names.view, version: names.viewVersion } },
    listSnapshots: {},
    previewSnapshot: { body: preview },
    publishSnapshot: { body: { draft: randomUUID(), hours: 1, passphrase: null } },
    revokeSnapshot: { params: { id: names.snapshot } },
    openSnapshot: { token: null, body: { token: names.open, passphrase: null } },
    readRetirement: { body: places(vm) },
    readAdminStatus: {},
    listAuditLog: { params: { limit: '5' } },
    readAuditLogFile: { params: { format: 'jsonl' } },
    readSession: {},
    endSession: {},
    readApiDescription: { token: null },
    readDeployment: { token: null },
    isAlive: { token: null },
    isReady: { token: null },
  }
}

/** An invalid request for each operation that can detect one. */
export function senselessAsk(id: OperationId, good: Ask): Ask {
  if ('body' in good) return { ...good, body: { nonsense: true } }
  const [first] = Object.keys(good.params ?? { fresh: '' })
  return { ...good, params: { ...good.params, [first ?? 'fresh']: 'no such thing' } }
}

/** A request for something that does not exist. */
export function lostAsk(id: OperationId, good: Ask, names: Names): Ask {
  const nothing = { name: 'vm-that-is-not-there', instance: '999' }
  if (id === 'putWatch') return { ...good, body: watch({ ...goodVm(good), ...nothing }) }
  if (id === 'putNotes') return { ...good, body: noteOf(`${names.vmId}-that-is-not-there`, null) }
  if (id === 'putWave') return { params: { id: randomUUID() }, body: wave('gone') }
  if (id === 'putView') return { params: { id: randomUUID() }, body: viewWith('gone') }
  if (id === 'putDefaultView') return { body: { defaultView: randomUUID() } }
  if (id === 'endWave' || id === 'removeView') return { params: { id: randomUUID(), version: 'gone' } }
  if (id === 'openSnapshot') return { ...good, body: { token: 'A'.repeat(22), passphrase: null } }
  return { ...good, params: { ...good.params, ...nothing } }
}

function goodVm({ body }: Ask): Parts {
  const { target } = body as { target: { vm: { subscriptionId: string; resourceGroup: string; name: string } } }
  return { subscription: target.vm.subscriptionId, group: target.vm.resourceGroup, name: target.vm.name }
}

/** Creates a watch, a wave, a view and two links, which the requests need. */
export async function prepare(stage: Stage): Promise<Names> {
  const vms = await stage.tenant.vms()
  const found = vms.find(({ name }) => name === 'vm-odd-conflict')
  const vm = vmParts(found!.id)
  const fleet = await stage.ask('readFleet', { token: await stage.token('readScaleSetInstance') })
  const instance = instanceParts(/"id":"([^"]*virtualMachineScaleSets[^"]*)"/i.exec(fleet.text)?.[1] ?? '')
  const put = JSON.parse((await stage.ask('putWatch', { body: watch(vm) })).text) as { id: string }
  const link = async (word: string | null): Promise<string> => {
    const subject = { kind: 'vm', vm: reference(vm) }
    const preview = await stage.ask('previewSnapshot', { body: { subject, reveal: ['tags', 'subscription'] } })
    const { draft } = JSON.parse(preview.text) as { draft: string }
    const made = await stage.ask('publishSnapshot', { body: { draft, hours: 1, passphrase: word } })
    return (JSON.parse(made.text) as { token: string }).token
  }
  const [open, locked] = [await link(null), await link(passphrase)]
  const { snapshots } = JSON.parse((await stage.ask('listSnapshots', {})).text) as { snapshots: { id: string }[] }
  const [waveId, viewId] = [randomUUID(), randomUUID()]
  const versionOf = async (asked: ReturnType<Stage['ask']>) =>
    (JSON.parse((await asked).text) as { version: string }).version
  const waveVersion = await versionOf(stage.ask('putWave', { params: { id: waveId }, body: wave(null) }))
  const viewVersion = await versionOf(stage.ask('putView', { params: { id: viewId }, body: viewWith(null) }))
  const notes = { wave: waveId, waveVersion, view: viewId, viewVersion, vmId: found?.id ?? '' }
  return { vm, instance, watch: put.id, snapshot: snapshots[0]!.id, open, locked, ...notes }
}
