import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { judgeInventory } from '@/lib/encryption/judge-inventory'
import { inventoryVmOf, type InventoryVm } from '@/lib/facts/inventory'
import type { Result } from '@/lib/shared/result'
import { readVmRow, type VmRow } from '@/lib/wire/resource-graph'
import { readAudits } from './audits'
import { parseVmId, vmKey } from '../vm-name'
import { isCovered, noCounts, settleCounts } from './counts'
import { evidenceQueries } from './evidence'
import { listParts } from './list-parts'
import { putGap, putInventoryGaps, stopsLoad, type Load } from './load'
import { virtualMachinesQuery } from './queries'
import { addCandidate, putFailedRow, settleDeferred } from './read-candidate'
import { inventoryRow } from './rows'
import { ask, askParts, countsToCome, evidenceNames, vmsIn, type Group } from './questions'
import { addToSum, sumIn, sumOfOne } from './vm-sums'
import { present } from '../present'

const subscriptionOf = (vm: InventoryVm): string => vm.subscriptionId.toLowerCase()

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
  if (load.settled.has(vm.key)) {
    putFailedRow(load, vm.id)
    return
  }
  const held = load.held.get(vm.key)
  if (held !== undefined) {
    load.events.putRow(held.row)
    return
  }
  const covered = group.complete === true && isCovered(group, subscriptionOf(vm))
  const judge = (candidate: boolean) =>
    judgeInventory({
      // The other answers cannot be matched with an unparsable id, so a missing row proves nothing about this VM.
      complete: covered && !group.unnamed.has(vm.key),
      // VMs of the fourth query are candidates, and so are VMs with a disk that has no row.
      osDiskVisible: vm.osDiskId !== null,
      candidate,
      dataDisks: vm.dataDisks,
      encryptionAtHost: vm.encryptionAtHost,
      securityType: vm.securityType,
      osDiskSecurityEncryptionType: vm.osDiskSecurityEncryptionType,
      diskEncryptionSetId: vm.diskEncryptionSetId,
    })
  // A missing row is evidence once the list shows that the evidence queries could see exactly its VMs.
  if (group.complete === null || (group.complete && !group.isListed && !covered)) {
    load.events.putProvisionalRow({ key: vm.key, make: () => inventoryRow(vm, judge(true), group.askedAt) })
    // A VM that came later can take the evidence from VMs that were judged before it.
    if (group.complete !== null) load.observer.inventory(vm, judge(true), group.askedAt)
    return
  }
  // Without any extension, the user may have no right to extensions: each VM is read.
  const judged = judge(load.candidates.has(vm.key) || group.noExtensionIn.has(subscriptionOf(vm)))
  load.events.putRow({ key: vm.key, make: () => inventoryRow(vm, judged, group.askedAt) })
  load.observer.inventory(vm, judged, group.askedAt)
  if (judged.reading === 'pending') addCandidate(load, vm.id)
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

function addVm(load: Load, group: Group, row: VmRow): void {
  const vm = inventoryVmOf(row)
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
  addToSum(group.listed, subscriptionOf(vm), sumOfOne(row))
  const subscription = load.subscriptions.get(subscriptionOf(vm))
  if (subscription !== undefined) subscription.vms = (subscription.vms ?? 0) + 1
  if (parseVmId(vm.id) === null) {
    group.unnamed.add(vm.key)
    putGap(load, { scope: vm.key, kind: 'vm', code: 'arm-unreadable' })
  }
  if (!vm.modelEnabled.known || vm.modelEnabled.value || vm.osDiskId === null || !isSettled(vm))
    addCandidate(load, vm.id)
}

/**
 * Puts the rows of a page. Where it completes the VMs of a subscription, those of earlier pages get their verdict too.
 * @param shown number of VMs on earlier pages
 */
function putPage(load: Load, group: Group, shown: number): void {
  const page = group.vms.slice(shown)
  const covered = new Set(page.map(subscriptionOf).filter((subscription) => isCovered(group, subscription)))
  const before = [...covered].some((subscription) => sumIn(group.listed, subscription).vms > page.length)
  const waiting = before ? group.vms.slice(0, shown).filter((vm) => covered.has(subscriptionOf(vm))) : []
  for (const vm of [...waiting, ...page]) putInventoryRow(load, group, vm)
}

/**
 * A user may have the right to read disks and VMs and not extensions; then the second answer is silently empty. Where
 * it contains no extension of a subscription and a VM read there has one, it is no evidence for any VM of that
 * subscription: all are read.
 */
function recheckUnlisted(load: Load, group: Group): void {
  if (group.complete !== true) return
  for (const vm of group.vms) {
    const subscription = subscriptionOf(vm)
    if (!group.extensionsSeenIn.has(subscription) || group.extensionsIn.has(subscription)) continue
    if (!isCovered(group, subscription) || load.candidates.has(vm.key)) continue
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

/** Sends the evidence queries, and judges the VMs that are listed when they have ended. */
async function takeEvidence(load: Load, group: Group): Promise<readonly Result<null, ArmFailure>[]> {
  const answers = await Promise.all(
    evidenceNames.map((name) => evidenceQueries[name](load, group, group.counted[name], group.subscriptions)),
  )
  group.complete = answers.every((answer) => answer.ok)
  for (const vm of group.vms) putInventoryRow(load, group, vm)
  recheckUnlisted(load, group)
  return answers
}

/** Compares the evidence queries with the list of VMs, once both have ended. */
async function settleEvidence(load: Load, group: Group, list: Result<null, ArmFailure>): Promise<void> {
  const uncovered = group.vms.filter((vm) => !isCovered(group, subscriptionOf(vm)))
  if (list.ok && group.complete === true) await settleCounts(load, group)
  group.isListed = true
  for (const vm of uncovered) putInventoryRow(load, group, vm)
}

/** Lists the VMs in several chains of pages at once. */
async function listVms(load: Load, group: Group): Promise<Result<null, ArmFailure>> {
  let shown = 0
  const question = {
    text: virtualMachinesQuery,
    read: readVmRow,
    vmOf: ({ id }: VmRow) => id,
    counts: (row: VmRow) => mayBeRead(load, group, row),
    onRow: (row: VmRow) => addVm(load, group, row),
    onPage: () => {
      putPage(load, group, shown)
      shown = group.vms.length
    },
  }
  const parts = listParts(group.subscriptions, await vmsIn(group))
  return askParts(parts, (part) => ask(load, question, part))
}

/**
 * Takes the inventory of some subscriptions. Rows are sent as pages arrive; VMs that need no reading get their verdict
 * once the evidence queries are complete.
 * @returns whether the list of VMs itself is complete
 */
export async function takeInventory(load: Load, subscriptions: readonly string[]): Promise<boolean> {
  const group: Group = {
    subscriptions,
    askedAt: present().toISOString(),
    complete: null,
    isListed: false,
    vms: [],
    unnamed: new Set(),
    extensionsIn: new Set(),
    noExtensionIn: new Set(),
    extensionsSeenIn: new Set(),
    listed: new Map(),
    counted: noCounts(),
    short: new Set(),
    ...countsToCome(),
  }
  load.onExtension.push((subscription) => {
    if (!subscriptions.includes(subscription) || group.extensionsSeenIn.has(subscription)) return
    group.extensionsSeenIn.add(subscription)
    recheckUnlisted(load, group)
  })
  // The evidence queries first: the VMs in them can be read while the list is still arriving.
  const questions = Promise.all([takeEvidence(load, group), listVms(load, group)])
  // Attestations are requested last, because everything else works without them. Candidates wait for them.
  const audits = readAudits(load, subscriptions)
  for (const subscription of subscriptions) load.audits.set(subscription, audits)
  const [evidence, list] = await questions
  await settleEvidence(load, group, list)
  await audits
  const answers = [list, ...evidence]
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
