import 'server-only'
import { queryResourceGraph, type GraphQuery } from '@/lib/azure/calls/resource-graph'
import type { ArmFailure } from '@/lib/azure/failure'
import type { InventoryVm } from '@/lib/facts/inventory'
import { ok, type Result } from '@/lib/shared/result'
import { vmKey } from '../vm-name'
import type { Load } from './load'
import { sumIn, type VmSums } from './vm-sums'

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
  /** Subscriptions, lower case, with VMs of which the second answer counts no extension of any type. */
  readonly noExtensionIn: Set<string>
  /** Subscriptions, lower case, in which a VM that was read has an extension. */
  readonly extensionsSeenIn: Set<string>
  /** VMs that the list contains so far. */
  readonly listed: VmSums
  readonly counted: Counted
  /** Subscriptions, lower case, for which an evidence query is not complete. */
  readonly short: Set<string>
  /** Settles when the VMs of all subscriptions have been counted, or will not be; `noteCounts` settles it. */
  readonly countsRead: Promise<void>
  readonly noteCounts: () => void
}

/** The part of a new group whose VMs are not counted yet. */
export function countsToCome(): Pick<Group, 'countsRead' | 'noteCounts'> {
  let noteCounts: () => void = () => undefined
  const countsRead = new Promise<void>((resolve) => (noteCounts = resolve))
  return { countsRead, noteCounts }
}

/** How many VMs each subscription of a group has, by the first count; 0 where it is unknown. */
export async function vmsIn({ subscriptions, counted, countsRead }: Group): Promise<(subscription: string) => number> {
  // Before the first response of Resource Graph, only one request is sent anyway.
  if (subscriptions.length > 1) await countsRead
  return (subscription) => sumIn(counted.extensions, subscription).vms
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

/** Parts that are read at once: more than Resource Graph's window admits would only be refused. */
const mostAtOnce = 11

/**
 * Reads parts of the subscriptions with separate queries, several at once. Resource Graph silently omits subscriptions
 * that the user may not read, and refuses a query of such subscriptions only: a refused part is no failure while others
 * can be read.
 */
export async function askParts(
  parts: readonly (readonly string[])[],
  askPart: (part: readonly string[]) => Promise<Result<null, ArmFailure>>,
): Promise<Result<null, ArmFailure>> {
  const answers: Result<null, ArmFailure>[] = []
  const waiting = [...parts]
  const chain = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) answers.push(await askPart(part))
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, parts.length) }, chain))
  const failures = answers.filter((answer) => !answer.ok)
  const denied = failures.find(({ failure }) => failure.kind === 'denied')
  const worse = failures.find(({ failure }) => failure.kind !== 'denied')
  return worse ?? (failures.length === answers.length ? denied : undefined) ?? ok(null)
}
