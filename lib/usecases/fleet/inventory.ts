import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { judgeInventory } from '@/lib/encryption/judge-inventory'
import { inventoryVmOf, type InventoryVm } from '@/lib/facts/inventory'
import { ok, type Result } from '@/lib/shared/result'
import { readDiskRow, readExtensionRow, readVmRow, type VmRow } from '@/lib/wire/resource-graph'
import { readAudits } from './audits'
import { scaleSetIdOf } from '@/lib/azure/calls/scale-set'
import { parseScaleSetId, parseVmId, vmIdOfExtension, vmKey } from '../vm-name'
import { putGap, putInventoryGaps, stopsLoad, type Load } from './load'
import { extensionsQuery, stampedDisksQuery, virtualMachinesQuery } from './queries'
import { addCandidate, settleHeld } from './read-candidate'
import { inventoryRow } from './rows'
import { ask, askHidden, type Group } from './questions'
import { addScaleSet } from './scale-sets'

/** Chains at once, and the fewest subscriptions for which they pay: each may end in a page that is not full. */
const chains = 4
const fewestForChains = 8

function partsOf(subscriptions: readonly string[]): readonly (readonly string[])[] {
  if (subscriptions.length < fewestForChains) return [subscriptions]
  return Array.from({ length: chains }, (_, part) => subscriptions.filter((_id, index) => index % chains === part))
}

/** Puts a VM's row by what is known now. A VM that the inventory cannot judge is read like a candidate. */
function putInventoryRow(load: Load, group: Group, vm: InventoryVm): void {
  if (load.settled.has(vm.key)) return
  const held = load.held.get(vm.key)
  if (held !== undefined) {
    load.outbox.putRow(held.row)
    return
  }
  const judged = judgeInventory({
    // No other answer can be joined to an id that is none, so their silence says nothing about this VM.
    complete: group.complete === true && !group.unnamed.has(vm.key),
    // Those of the fourth query are candidates, and so are disks that have no row.
    osDiskVisible: vm.osDiskId !== null,
    candidate: load.candidates.has(vm.key) || group.complete === null,
    dataDisks: vm.dataDisks,
    encryptionAtHost: vm.encryptionAtHost,
    securityType: vm.securityType,
    osDiskSecurityEncryptionType: vm.osDiskSecurityEncryptionType,
    diskEncryptionSetId: vm.diskEncryptionSetId,
  })
  load.outbox.putRow({ key: vm.key, make: () => inventoryRow(vm, judged, group.askedAt) })
  load.observer.inventory(vm, judged, group.askedAt)
  if (group.complete !== null && judged.reading === 'pending') addCandidate(load, vm.id)
}

/**
 * While an extension is put on a VM, its model says so, and Resource Graph may not have the extension yet: each row
 * comes late by itself.
 * Source: https://learn.microsoft.com/azure/virtual-machines/states-billing#provisioning-states
 */
function isSettled({ provisioning }: InventoryVm): boolean {
  return provisioning.known && (provisioning.value === 'succeeded' || provisioning.value === 'failed')
}

function addVm(load: Load, group: Group, vm: InventoryVm): void {
  if (load.vms.has(vm.key)) return
  load.vms.set(vm.key, vm)
  group.vms.push(vm)
  load.tally.vms += 1
  const subscription = load.subscriptions.get(vm.subscriptionId.toLowerCase())
  if (subscription !== undefined) subscription.vms = (subscription.vms ?? 0) + 1
  if (parseVmId(vm.id) === null) {
    group.unnamed.add(vm.key)
    putGap(load, { scope: vm.key, kind: 'vm', code: 'arm-unreadable' })
  }
  if (!vm.modelEnabled.known || vm.modelEnabled.value || vm.osDiskId === null || !isSettled(vm))
    addCandidate(load, vm.id)
  putInventoryRow(load, group, vm)
}

/**
 * A person may have the right to disks and VMs and none to extensions; then the second answer is empty without a word.
 * Where it named none in a subscription and a VM read there has one, it vouches for nobody there: all are read.
 */
function distrust(load: Load, group: Group): void {
  if (group.complete !== true) return
  for (const vm of group.vms) {
    const subscription = vm.subscriptionId.toLowerCase()
    if (!group.extensionsSeenIn.has(subscription) || group.extensionsIn.has(subscription)) continue
    if (load.candidates.has(vm.key)) continue
    addCandidate(load, vm.id)
    putInventoryRow(load, group, vm)
  }
}

/** Whether a VM of the list may be read by itself in this load, by what is known when its row comes. */
function mayBeRead(load: Load, group: Group, { id, prov, dualPass, osDiskId, subscriptionId }: VmRow): boolean {
  if (prov !== 'Succeeded' && prov !== 'Failed') return true
  if (group.complete !== true || dualPass !== false || !osDiskId || load.candidates.has(vmKey(id))) return true
  // Where the second question named none, a single extension met has all VMs of the subscription read.
  return !group.extensionsIn.has(subscriptionId?.toLowerCase() ?? '')
}

type ExtensionOwner =
  | { readonly kind: 'vm'; readonly id: string; readonly subscription: string }
  | { readonly kind: 'scale-set'; readonly id: string; readonly capacity: number | undefined }

/** Whose extension a row is; a VM with its subscription (lower case). Without it the row could not speak against any VM. */
function readExtensionOwner(json: unknown): ExtensionOwner | undefined {
  const row = readExtensionRow(json)
  const rowId = row?.id ?? ''
  if (parseScaleSetId(rowId) !== null) return { kind: 'scale-set', id: rowId, capacity: row?.capacity }
  const id = vmIdOfExtension(rowId)
  const name = id === null ? null : parseVmId(id)
  return id === null || name === null ? undefined : { kind: 'vm', id, subscription: name.subscriptionId.toLowerCase() }
}

function addOwner(load: Load, group: Group, owner: ExtensionOwner): void {
  if (owner.kind === 'scale-set') {
    if (owner.capacity !== undefined) load.capacities.set(vmKey(owner.id), owner.capacity)
    addScaleSet(load, owner.id)
    return
  }
  group.extensionsIn.add(owner.subscription)
  addCandidate(load, owner.id)
}

/** A stamped disk's VM. One of an instance leads to its set, whatever the set's model says today. */
function addStamped(load: Load, vm: string): void {
  const name = parseVmId(vm)
  if (name?.scaleSet === undefined) addCandidate(load, vm)
  else addScaleSet(load, scaleSetIdOf({ ...name, scaleSet: name.scaleSet }))
}

/** The questions whose complete answers vouch for the VMs that they do not name. */
async function askVouchers(load: Load, group: Group): Promise<readonly Result<null, ArmFailure>[]> {
  const answers = await Promise.all([
    ask(load, group, {
      text: extensionsQuery,
      first: true,
      read: readExtensionOwner,
      vmOf: ({ kind, id }) => (kind === 'vm' ? id : undefined),
      onRow: (owner) => addOwner(load, group, owner),
    }),
    ask(load, group, {
      text: stampedDisksQuery,
      first: true,
      read: readDiskRow,
      vmOf: ({ managedBy }) => managedBy,
      onRow: ({ managedBy }) => addStamped(load, managedBy ?? ''),
    }),
    askHidden(load, group),
  ])
  group.complete = answers.every((answer) => answer.ok)
  for (const vm of group.vms) putInventoryRow(load, group, vm)
  distrust(load, group)
  return answers
}

const add = (sum: number | null, total: number | null): number | null =>
  sum === null || total === null ? null : sum + total

/**
 * Lists the VMs in several chains of pages at once, since a page's token leads to the next page only.
 * A part of which nothing may be read is no failure where others can be: each subscription is asked for by itself then.
 */
async function listVms(
  load: Load,
  group: Group,
  tellListed: (vms: number | null) => void,
): Promise<Result<null, ArmFailure>> {
  const question = {
    text: virtualMachinesQuery,
    read: readVmRow,
    vmOf: ({ id }: VmRow) => id,
    counts: (row: VmRow) => mayBeRead(load, group, row),
    onRow: (row: VmRow) => addVm(load, group, inventoryVmOf(row)),
  }
  const totals: Promise<number | null>[] = []
  const chain = async (part: readonly string[]) => {
    let tell: (total: number | null) => void = () => undefined
    totals.push(new Promise((resolve) => (tell = resolve)))
    const answer = await ask(load, group, { ...question, onTotal: (total) => tell(total ?? null) }, part)
    // Where nothing may be read nothing is counted; a first page that never came counts nothing either way.
    tell(!answer.ok && answer.failure.kind === 'denied' ? 0 : null)
    return answer
  }
  const chainsUnderWay = partsOf(group.subscriptions).map(chain)
  void Promise.all(totals).then((each) => tellListed(each.reduce((sum, total) => add(sum, total), 0)))
  const answers = await Promise.all(chainsUnderWay)
  const failures = answers.filter((answer) => !answer.ok)
  const denied = failures.find(({ failure }) => failure.kind === 'denied')
  const worse = failures.find(({ failure }) => failure.kind !== 'denied')
  return worse ?? (failures.length === answers.length ? denied : undefined) ?? ok(null)
}

/**
 * Takes the inventory of some subscriptions. Rows go out as pages arrive; those that need no reading of their own get
 * their verdict once the vouching questions are answered in full.
 * @returns whether the list of VMs itself came whole
 */
export async function takeInventory(load: Load, subscriptions: readonly string[]): Promise<boolean> {
  let tellListed: (vms: number | null) => void = () => undefined
  const group: Group = {
    listed: new Promise((resolve) => (tellListed = resolve)),
    subscriptions,
    askedAt: new Date().toISOString(),
    complete: null,
    vms: [],
    unnamed: new Set(),
    extensionsIn: new Set(),
    extensionsSeenIn: new Set(),
  }
  load.onExtension.push((subscription) => {
    if (!subscriptions.includes(subscription) || group.extensionsSeenIn.has(subscription)) return
    group.extensionsSeenIn.add(subscription)
    distrust(load, group)
  })
  // The vouching questions first: whom they name can be read while the list still comes.
  const questions = Promise.all([askVouchers(load, group), listVms(load, group, tellListed)])
  // Audits are asked for last: all else can do without them. Candidates wait for them.
  const audits = readAudits(load, subscriptions)
  for (const subscription of subscriptions) load.audits.set(subscription, audits)
  const [vouchers, list] = await questions
  await audits
  const answers = [list, ...vouchers]
  settleHeld(
    load,
    subscriptions,
    answers.every((answer) => answer.ok),
  )
  // Rows that came after the vouching questions were through.
  distrust(load, group)
  // Resource Graph refuses only where nothing at all may be read; each subscription is asked for by itself then.
  if (answers.every((answer) => !answer.ok && answer.failure.kind === 'denied')) return true
  for (const answer of answers) {
    if (answer.ok || stopsLoad(load, answer.failure)) continue
    putInventoryGaps(load, subscriptions, answer.failure)
  }
  return answers.every((answer) => answer.ok)
}
