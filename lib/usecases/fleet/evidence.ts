import 'server-only'
import { scaleSetIdOf } from '@/lib/azure/calls/scale-set'
import type { ArmFailure } from '@/lib/azure/failure'
import type { Result } from '@/lib/shared/result'
import { parseVmId, vmKey } from '../vm-name'
import {
  readExtensionOwner,
  readHiddenDisks,
  readStampedDisks,
  type ExtensionOwner,
  type HiddenDisks,
  type StampedDisks,
} from './evidence-rows'
import type { Load } from './load'
import { extensionsQuery, hiddenDisksQuery, stampedDisksQuery } from './queries'
import { joinParts } from './list-parts'
import { ask, askParts, vmsIn, type EvidenceName, type Group } from './questions'
import { addCandidate } from './read-candidate'
import { addScaleSet } from './scale-sets'
import { addToSum, type VmSums } from './vm-sums'

type Answer = Promise<Result<null, ArmFailure>>

function addOwner(load: Load, group: Group, owner: Exclude<ExtensionOwner, { readonly kind: 'counted' }>): void {
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

/** The VM of stamped disks. An instance leads to its scale set, even if the set's current model has no extension. */
function addStamped(load: Load, group: Group, disks: Exclude<StampedDisks, { readonly kind: 'counted' }>): void {
  if (disks.kind === 'unmatched') group.short.add(disks.subscription)
  if (disks.kind !== 'vm') return
  const name = parseVmId(disks.id)
  if (name?.scaleSet === undefined) addCandidate(load, disks.id)
  else addScaleSet(load, scaleSetIdOf({ ...name, scaleSet: name.scaleSet }))
}

/** Reads one part of the fourth query. */
async function askHiddenPart(load: Load, group: Group, seen: VmSums, part: readonly string[]): Answer {
  // By id, because Resource Graph may return a row twice.
  const rows = new Map<string, Exclude<HiddenDisks, { readonly kind: 'unmatched' }>>()
  const question = {
    text: hiddenDisksQuery,
    first: true,
    read: (json: unknown) => readHiddenDisks(json, part),
    vmOf: () => undefined,
    onAgain: () => rows.clear(),
    onRow: (row: HiddenDisks) => {
      if (row.kind === 'unmatched') {
        group.short.add(row.subscription)
        return
      }
      rows.set(row.kind === 'vm' ? vmKey(row.id) : row.subscription, row)
      if (row.kind === 'vm') addCandidate(load, row.id)
    },
  }
  const answer = await ask(load, question, part)
  for (const row of rows.values()) addToSum(seen, row.subscription, row)
  return answer
}

/**
 * VMs with a hidden disk are read. The answer is evidence for the others only where its join is complete: it returns
 * every VM once, so its VMs must be those of the list. Every page is computed again from all rows of the join, so a
 * large fleet is divided into parts of one page each.
 */
async function askHidden(load: Load, group: Group, seen: VmSums, subscriptions: readonly string[]): Answer {
  const parts = joinParts(subscriptions, await vmsIn(group))
  return askParts(parts, (part) => askHiddenPart(load, group, seen, part))
}

function askExtensions(load: Load, group: Group, seen: VmSums, subscriptions: readonly string[]): Answer {
  const question = {
    text: extensionsQuery,
    first: true,
    read: (json: unknown) => readExtensionOwner(json, subscriptions),
    vmOf: (owner: ExtensionOwner) => (owner.kind === 'vm' ? owner.id : undefined),
    onRow: (owner: ExtensionOwner) => {
      if (owner.kind !== 'counted') {
        addOwner(load, group, owner)
        return
      }
      seen.set(owner.subscription, owner)
      if (!owner.showsExtensions) group.noExtensionIn.add(owner.subscription)
    },
    // The counts are the first rows.
    onPage: group.noteCounts,
  }
  return ask(load, question, subscriptions).finally(group.noteCounts)
}

function askStamped(load: Load, group: Group, seen: VmSums, subscriptions: readonly string[]): Answer {
  const question = {
    text: stampedDisksQuery,
    first: true,
    read: (json: unknown) => readStampedDisks(json, subscriptions),
    vmOf: (disks: StampedDisks) => (disks.kind === 'vm' ? disks.id : undefined),
    onRow: (disks: StampedDisks) => {
      if (disks.kind === 'counted') seen.set(disks.subscription, disks)
      else addStamped(load, group, disks)
    },
  }
  return ask(load, question, subscriptions)
}

/** The evidence queries. Each puts the VMs that it could see into `seen`. */
export const evidenceQueries = {
  extensions: askExtensions,
  stamped: askStamped,
  hidden: askHidden,
} as const satisfies Readonly<
  Record<EvidenceName, (load: Load, group: Group, seen: VmSums, subscriptions: readonly string[]) => Answer>
>
