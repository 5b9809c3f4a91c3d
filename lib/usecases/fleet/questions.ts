import 'server-only'
import { queryResourceGraph, type GraphQuery } from '@/lib/azure/calls/resource-graph'
import type { ArmFailure } from '@/lib/azure/failure'
import type { InventoryVm } from '@/lib/facts/inventory'
import { fail, type Result } from '@/lib/shared/result'
import { readCountRow, readHiddenDiskRow } from '@/lib/wire/resource-graph'
import { vmKey } from '../vm-name'
import type { Load } from './load'
import { hiddenDisksQuery, vmCountQuery } from './queries'
import { addCandidate } from './read-candidate'

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
}

/** How often the join of the fourth query is tried where its count differs from the number of VMs. */
const mostJoins = 3

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
  })
}

/** The number of VMs, requested at the same time as the query that it is compared with; null where it is unknown. */
async function countVms(load: Load, { subscriptions }: Group): Promise<number | null> {
  let vms: number | null = null
  const answer = await queryResourceGraph(load.session, {
    text: vmCountQuery,
    subscriptions,
    first: true,
    read: readCountRow,
    onRows: (counts) => {
      vms = counts[0] ?? null
    },
  })
  return answer.ok ? vms : null
}

/**
 * VMs with a hidden disk are read. The answer is evidence for the others only where its join is complete: it returns
 * every VM once, so its count must equal the number of VMs. VMs that are created or deleted between the two counts are
 * a reason to repeat the query; a join that Resource Graph cuts short stays short, and then the answer is no evidence.
 */
export async function askHidden(load: Load, group: Group): Promise<Result<null, ArmFailure>> {
  for (let tries = 0; tries < mostJoins; tries += 1) {
    const joined = new Map<string, number>()
    const [answer, listed] = await Promise.all([
      ask(load, group, {
        text: hiddenDisksQuery,
        first: true,
        read: readHiddenDiskRow,
        vmOf: () => undefined,
        onAgain: () => joined.clear(),
        onRow: ({ id, vms }) => {
          joined.set(id, vms)
          addCandidate(load, id)
        },
      }),
      tries === 0 ? group.listed : countVms(load, group),
    ])
    if (!answer.ok) return answer
    const vms = [...joined.values()].reduce((sum, each) => sum + each, 0)
    if (vms === listed) return answer
  }
  return fail({ kind: 'unreadable', scope: 'tenant' })
}
