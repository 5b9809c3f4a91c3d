import 'server-only'
import { queryResourceGraph, type GraphQuery } from '@/lib/azure/calls/resource-graph'
import type { ArmFailure } from '@/lib/azure/failure'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { Result } from '@/lib/shared/result'
import { vmKey } from '../vm-name'
import type { Load } from './load'
import type { VmSums } from './vm-sums'

/** The queries whose complete answers are evidence for the VMs that they do not contain. */
export const evidenceNames = ['extensions', 'stamped', 'hidden'] as const
export type EvidenceName = (typeof evidenceNames)[number]

/** VMs that each evidence query could see. */
export type Counted = Readonly<Record<EvidenceName, VmSums>>

/** Whether the inventory of a group of subscriptions is evidence for the VMs that are not read. */
export interface Group {
  readonly subscriptions: readonly string[]
  /** ISO time at which the queries were sent. */
  readonly askedAt: string
  /** Whether the evidence queries could be read to their ends; null until they have finished. */
  complete: boolean | null
  /** Whether the list of VMs has ended, complete or not. */
  isListed: boolean
  readonly vms: InventoryVm[]
  /** Keys of VMs whose id cannot be parsed. */
  readonly unnamed: Set<string>
  /** Subscriptions, lower case, with an extension in the second answer. */
  readonly extensionsIn: Set<string>
  /** Subscriptions, lower case, in which a VM that was read has an extension. */
  readonly extensionsSeenIn: Set<string>
  /** VMs that the list contains so far. */
  readonly listed: VmSums
  readonly counted: Counted
  /** Subscriptions, lower case, for which an evidence query is not complete. */
  readonly short: Set<string>
}

interface Question<R> extends Pick<GraphQuery<R>, 'text' | 'read' | 'first' | 'onAgain'> {
  readonly onRow: (row: R) => void
  /** Called after the rows of each page. */
  readonly onPage?: () => void
  /** The VM that a row is about. */
  readonly vmOf: (row: R) => string | undefined
  /** Whether a later load needs to detect changes of the row; without it, always. */
  readonly counts?: (row: R) => boolean
}

/** Runs one of the queries over a group. */
export function ask<R>(
  load: Load,
  question: Question<R>,
  subscriptions: readonly string[],
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
      question.onPage?.()
    },
    onRepeated: (rows) =>
      rows.map(question.read).forEach((row) => {
        if (row !== undefined) question.onRow(row)
      }),
  })
}
