import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { judgeInventory } from '@/lib/encryption/judge-inventory'
import { inventoryVmOf, type InventoryVm } from '@/lib/facts/inventory'
import { ok, type Result } from '@/lib/shared/result'
import { readVmRow, type VmRow } from '@/lib/wire/resource-graph'
import { readAudits } from './audits'
import { scaleSetIdOf } from '@/lib/azure/calls/scale-set'
import { parseVmId, vmKey } from '../vm-name'
import { countsAgree, isCovered, settleCounts } from './counts'
import { readExtensionOwner, readStampedDisk, type ExtensionOwner, type StampedDisk } from './evidence-rows'
import { putGap, putInventoryGaps, stopsLoad, type Load } from './load'
import { extensionsQuery, stampedDisksQuery, virtualMachinesQuery } from './queries'
import { addCandidate, settleDeferred } from './read-candidate'
import { inventoryRow } from './rows'
import { ask, askHidden, type Group } from './questions'
import { addScaleSet } from './scale-sets'

/**
 * Paging chains at once, and the number of subscriptions from which they pay off: each chain may end in a page that is
 * not full.
 */
const chains = 4
const fewestForChains = 8

function partsOf(subscriptions: readonly string[]): readonly (readonly string[])[] {
  if (subscriptions.length < fewestForChains) return [subscriptions]
  return Array.from({ length: chains }, (_, part) => subscriptions.filter((_id, index) => index % chains === part))
}

/** Columns by which the inventory judges a VM. */
const judgedColumns = [
  'modelEnabled',
  'provisioning',
  'dataDisks',
  'osDiskId',
  'encryptionAtHost',
  'securityType',
  'osDiskSecurityEncryptionType',
  'diskEncryptionSetId',
] as const

/** Puts a VM's row with what is known now. A VM that the inventory cannot judge is read one by one. */
function putInventoryRow(load: Load, group: Group, vm: InventoryVm): void {
  if (load.settled.has(vm.key)) return
  const held = load.held.get(vm.key)
  if (held !== undefined) {
    load.events.putRow(held.row)
    return
  }
  const judged = judgeInventory({
    // The other answers cannot be matched with an unparsable id, so a missing row proves nothing about this VM.
    complete:
      group.complete === true && !group.unnamed.has(vm.key) && isCovered(group, vm.subscriptionId.toLowerCase()),
    // VMs of the fourth query are candidates, and so are VMs with a disk that has no row.
    osDiskVisible: vm.osDiskId !== null,
    candidate: load.candidates.has(vm.key) || group.complete === null,
    dataDisks: vm.dataDisks,
    encryptionAtHost: vm.encryptionAtHost,
    securityType: vm.securityType,
    osDiskSecurityEncryptionType: vm.osDiskSecurityEncryptionType,
    diskEncryptionSetId: vm.diskEncryptionSetId,
  })
  load.events.putRow({ key: vm.key, make: () => inventoryRow(vm, judged, group.askedAt) })
  load.observer.inventory(vm, judged, group.askedAt)
  if (group.complete !== null && judged.reading === 'pending') addCandidate(load, vm.id)
}

/**
 * While an extension is being installed on a VM, Resource Graph may not have the extension yet, although the VM's model
 * does: rows arrive independently.
 * Source: https://learn.microsoft.com/azure/virtual-machines/states-billing#provisioning-states
 */
function isSettled({ provisioning }: InventoryVm): boolean {
  return provisioning.known && (provisioning.value === 'succeeded' || provisioning.value === 'failed')
}

/** Whether two rows of one VM differ in a column by which it is judged. */
function isContradicted(vm: InventoryVm, other: InventoryVm): boolean {
  return judgedColumns.some((column) => JSON.stringify(vm[column]) !== JSON.stringify(other[column]))
}

function addVm(load: Load, group: Group, vm: InventoryVm): void {
  const before = load.vms.get(vm.key)
  if (before !== undefined) {
    if (!isContradicted(before, vm)) return
    addCandidate(load, before.id)
    putInventoryRow(load, group, before)
    return
  }
  load.vms.set(vm.key, vm)
  group.vms.push(vm)
  load.tally.vms += 1
  const subscriptionId = vm.subscriptionId.toLowerCase()
  group.listedIn.set(subscriptionId, (group.listedIn.get(subscriptionId) ?? 0) + 1)
  const subscription = load.subscriptions.get(subscriptionId)
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
 * A user may have the right to read disks and VMs and not extensions; then the second answer is silently empty. Where
 * it contains no extension of a subscription and a VM read there has one, it is no evidence for any VM of that
 * subscription: all are read.
 */
function recheckUnlisted(load: Load, group: Group): void {
  if (group.complete !== true) return
  for (const vm of group.vms) {
    const subscription = vm.subscriptionId.toLowerCase()
    if (!group.extensionsSeenIn.has(subscription) || group.extensionsIn.has(subscription)) continue
    if (group.short.has(subscription) || load.candidates.has(vm.key)) continue
    addCandidate(load, vm.id)
    putInventoryRow(load, group, vm)
  }
}

/** Whether a VM of the list may be read one by one in this load, by what is known when its row arrives. */
function mayBeRead(load: Load, group: Group, { id, prov, dualPass, osDiskId, subscriptionId }: VmRow): boolean {
  if (prov !== 'Succeeded' && prov !== 'Failed') return true
  if (group.complete !== true || dualPass !== false || !osDiskId || load.candidates.has(vmKey(id))) return true
  // Where the second answer contains no extension, one extension found later causes all VMs of the subscription to be
  // read.
  return !group.extensionsIn.has(subscriptionId?.toLowerCase() ?? '')
}

function addOwner(load: Load, group: Group, owner: ExtensionOwner): void {
  if (owner.kind === 'counted') {
    group.counted[1].set(owner.subscription, owner.vms)
    return
  }
  if (owner.kind === 'unmatched') {
    group.short.add(owner.subscription)
    return
  }
  if (owner.kind === 'scale-set') {
    if (owner.capacity !== undefined) load.capacities.set(vmKey(owner.id), owner.capacity)
    addScaleSet(load, owner.id)
    return
  }
  group.extensionsIn.add(owner.subscription)
  addCandidate(load, owner.id)
}

/** The VM of a stamped disk. An instance leads to its scale set, even if the set's current model has no extension. */
function addStamped(load: Load, group: Group, disk: StampedDisk): void {
  if (disk.kind === 'counted') group.counted[2].set(disk.subscription, disk.vms)
  if (disk.kind === 'unmatched') group.short.add(disk.subscription)
  if (disk.kind !== 'vm') return
  const name = parseVmId(disk.id)
  if (name?.scaleSet === undefined) addCandidate(load, disk.id)
  else addScaleSet(load, scaleSetIdOf({ ...name, scaleSet: name.scaleSet }))
}

/** The queries whose complete answers are evidence for the VMs that they do not contain. */
async function checkCompleteness(load: Load, group: Group): Promise<readonly Result<null, ArmFailure>[]> {
  const answers = await Promise.all([
    ask(load, group, {
      text: extensionsQuery,
      first: true,
      read: (json) => readExtensionOwner(json, group.subscriptions),
      vmOf: (owner) => (owner.kind === 'vm' ? owner.id : undefined),
      onRow: (owner) => addOwner(load, group, owner),
    }),
    ask(load, group, {
      text: stampedDisksQuery,
      first: true,
      read: (json) => readStampedDisk(json, group.subscriptions),
      vmOf: (disk) => (disk.kind === 'vm' ? disk.id : undefined),
      onRow: (disk) => addStamped(load, group, disk),
    }),
    askHidden(load, group, group.counted[0]),
  ])
  if (!answers.every((answer) => answer.ok)) group.complete = false
  else if (countsAgree(group, await group.listed)) group.complete = true
  // Only the complete list shows which of the counts is wrong.
  else return answers
  for (const vm of group.vms) putInventoryRow(load, group, vm)
  recheckUnlisted(load, group)
  return answers
}

/** Compares the evidence queries with the list of VMs, once it has arrived. */
async function settleChecks(load: Load, group: Group, list: Result<null, ArmFailure>): Promise<void> {
  if (group.complete === false) return
  const isOpen = group.complete === null
  const differed = list.ok ? await settleCounts(load, group) : new Set<string>()
  group.complete = list.ok || !isOpen
  for (const vm of group.vms)
    if (isOpen || differed.has(vm.subscriptionId.toLowerCase())) putInventoryRow(load, group, vm)
}

const add = (sum: number | null, total: number | null): number | null =>
  sum === null || total === null ? null : sum + total

/**
 * Lists the VMs in several chains of pages at once, because each page only links to the next. Where a whole group is
 * refused, each subscription is queried separately, and a refused part is no failure while others can be read.
 */
async function listVms(
  load: Load,
  group: Group,
  noteListed: (vms: number | null) => void,
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
    let notify: (total: number | null) => void = () => undefined
    totals.push(new Promise((resolve) => (notify = resolve)))
    const answer = await ask(load, group, { ...question, onTotal: (total) => notify(total ?? null) }, part)
    // Where nothing may be read the count is 0; where the first page never came, it is unknown.
    notify(!answer.ok && answer.failure.kind === 'denied' ? 0 : null)
    return answer
  }
  const chainsUnderWay = partsOf(group.subscriptions).map(chain)
  void Promise.all(totals).then((each) => noteListed(each.reduce((sum, total) => add(sum, total), 0)))
  const answers = await Promise.all(chainsUnderWay)
  const failures = answers.filter((answer) => !answer.ok)
  const denied = failures.find(({ failure }) => failure.kind === 'denied')
  const worse = failures.find(({ failure }) => failure.kind !== 'denied')
  return worse ?? (failures.length === answers.length ? denied : undefined) ?? ok(null)
}

/**
 * Takes the inventory of some subscriptions. Rows are sent as pages arrive; VMs that need no reading get their verdict
 * once the evidence queries are complete.
 * @returns whether the list of VMs itself is complete
 */
export async function takeInventory(load: Load, subscriptions: readonly string[]): Promise<boolean> {
  let noteListed: (vms: number | null) => void = () => undefined
  const group: Group = {
    listed: new Promise((resolve) => (noteListed = resolve)),
    subscriptions,
    askedAt: new Date().toISOString(),
    complete: null,
    vms: [],
    unnamed: new Set(),
    extensionsIn: new Set(),
    extensionsSeenIn: new Set(),
    listedIn: new Map(),
    counted: [new Map(), new Map(), new Map()],
    short: new Set(),
  }
  load.onExtension.push((subscription) => {
    if (!subscriptions.includes(subscription) || group.extensionsSeenIn.has(subscription)) return
    group.extensionsSeenIn.add(subscription)
    recheckUnlisted(load, group)
  })
  // The evidence queries first: the VMs in them can be read while the list is still arriving.
  const questions = Promise.all([checkCompleteness(load, group), listVms(load, group, noteListed)])
  // Attestations are requested last, because everything else works without them. Candidates wait for them.
  const audits = readAudits(load, subscriptions)
  for (const subscription of subscriptions) load.audits.set(subscription, audits)
  const [completenessChecks, list] = await questions
  await settleChecks(load, group, list)
  await audits
  const answers = [list, ...completenessChecks]
  const isWhole = group.short.size === 0 && answers.every((answer) => answer.ok)
  settleDeferred(load, subscriptions, isWhole)
  // Rows that came after the evidence queries had finished.
  recheckUnlisted(load, group)
  // Resource Graph refuses only where the user may read none of the subscriptions; then each is queried separately.
  if (answers.every((answer) => !answer.ok && answer.failure.kind === 'denied')) return true
  for (const answer of answers) {
    if (answer.ok || stopsLoad(load, answer.failure)) continue
    putInventoryGaps(load, subscriptions, answer.failure)
  }
  if (group.short.size > 0) putInventoryGaps(load, [...group.short], { kind: 'unreadable', scope: 'tenant' })
  return isWhole
}
