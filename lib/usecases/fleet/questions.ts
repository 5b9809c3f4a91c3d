import 'server-only'
import { queryResourceGraph, type GraphQuery } from '@/lib/azure/calls/resource-graph'
import type { ArmFailure } from '@/lib/azure/failure'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { Result } from '@/lib/shared/result'
import { vmKey } from '../vm-name'
import { readHiddenDisks, type HiddenDisks } from './evidence-rows'
import type { Load } from './load'
import { hiddenDisksQuery } from './queries'
import { addCandidate } from './read-candidate'

/** Numbers of VMs by subscription, lower case. */
export type Counts = Map<string, number>

/** Whether the inventory of a group of subscriptions is evidence for the VMs that are not read. */
export interface Group {
  readonly subscriptions: readonly string[]
  /** ISO time at which the queries were sent. */
  readonly askedAt: string
  /** Null until the evidence queries have finished. */
  complete: boolean | null
  /** The number of VMs by the first pages of their list; null where those contain no total. */
  readonly listed: Promise<number | null>
  readonly vms: InventoryVm[]
  /** Keys of VMs whose id cannot be parsed. */
  readonly unnamed: Set<string>
  /** Subscriptions, lower case, with an extension in the second answer. */
  readonly extensionsIn: Set<string>
  /** Subscriptions, lower case, in which a VM that was read has an extension. */
  readonly extensionsSeenIn: Set<string>
  /** VMs that the list contains so far. */
  readonly listedIn: Counts
  /** VMs that each evidence query could see. */
  readonly counted: readonly [hidden: Counts, extensions: Counts, stamped: Counts]
  /** Subscriptions, lower case, for which an evidence query is not complete. */
  readonly short: Set<string>
}

interface Question<R> extends Pick<GraphQuery<R>, 'text' | 'read' | 'first' | 'onTotal' | 'onAgain'> {
  readonly onRow: (row: R) => void
  /** The VM that a row is about. */
  readonly vmOf: (row: R) => string | undefined
  /** Whether a later load needs to detect changes of the row; without it, always. */
  readonly counts?: (row: R) => boolean
}

/** Runs one of the queries over a group. */
export function ask<R>(
  load: Load,
  group: Group,
  question: Question<R>,
  subscriptions: readonly string[] = group.subscriptions,
): Promise<Result<null, ArmFailure>> {
  return queryResourceGraph(load.session, {
    ...question,
    subscriptions,
    read: (json) => {
      const row = question.read(json)
      const vm = row === undefined ? undefined : question.vmOf(row)
      if (row === undefined || vm === undefined) return row
      load.onRow?.(vm, json)
      if (question.counts?.(row) ?? true) load.fingerprints.add(vmKey(vm), json)
      else load.fingerprints.leaveOut(vmKey(vm))
      return row
    },
    onRows: (rows) => {
      load.tally.inventoryPages += 1
      rows.forEach(question.onRow)
    },
    onRepeated: (rows) =>
      rows.map(question.read).forEach((row) => {
        if (row !== undefined) question.onRow(row)
      }),
  })
}

/**
 * VMs with a hidden disk are read. The answer is evidence for the others only where its join is complete: it returns
 * every VM once, so it must count as many VMs as are listed.
 * @param joined receives the number of VMs in the join
 */
export async function askHidden(
  load: Load,
  group: Group,
  joined: Counts,
  subscriptions: readonly string[] = group.subscriptions,
): Promise<Result<null, ArmFailure>> {
  // By id, because Resource Graph may return a row twice.
  const rows = new Map<string, Exclude<HiddenDisks, { readonly kind: 'unmatched' }>>()
  const question = {
    text: hiddenDisksQuery,
    first: true,
    read: (json: unknown) => readHiddenDisks(json, subscriptions),
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
  const answer = await ask(load, group, question, subscriptions)
  for (const { subscription, vms } of rows.values()) joined.set(subscription, (joined.get(subscription) ?? 0) + vms)
  return answer
}
