import type { SimVm } from '../model/vm'
import type { GraphSpec } from '../model/world'
import { vmAsOf } from '../records/past'
import { hash } from '../worlds/random'

/** Seconds by which the latest row is behind ARM by default. Azure documents no number: usually under a minute. */
const usualLag = 30

/** Milliseconds by which a row is behind: different for each row, between half of the world's lag and all of it. */
export function lagOf(graph: GraphSpec | undefined, row: string): number {
  return ((graph?.lag ?? usualLag) * 1000 * (500 + (hash(row.toLowerCase()) % 501))) / 1000
}

/** True if no recent change of a VM is missing in its rows. */
export function isSettled({ past, madeAt, record }: SimVm): boolean {
  return madeAt === null && record === null && (past === undefined || past.length === 0)
}

interface PartsOf<Part> {
  readonly parts: (vm: SimVm) => readonly Part[]
  /** Name of a part within its VM. */
  readonly nameOf: (part: Part) => string
}

/** When a VM was deleted, epoch milliseconds; null for an existing one. */
function goneAt({ record }: SimVm): number | null {
  const last = record?.changes.findLast(({ changeType, targetType }) => {
    return changeType === 'Delete' && targetType === 'microsoft.compute/virtualmachines'
  })
  return last?.at ?? null
}

/**
 * The parts of a VM (itself, its disks, its extensions) as their rows show them now: each in its state before its lag. A
 * new part is missing at first, a deleted one stays for a while.
 */
export function partsBehind<Part>(
  graph: GraphSpec | undefined,
  vm: SimVm,
  now: number,
  { parts, nameOf }: PartsOf<Part>,
): { readonly vm: SimVm; readonly part: Part }[] {
  // Most earlier states are older than any lag.
  const past = (vm.past ?? []).filter(({ until }) => until > now - (graph?.lag ?? usualLag) * 1000)
  const gone = goneAt(vm)
  const names = new Set([vm, ...past.map((each) => each.vm)].flatMap(parts).map(nameOf))
  return [...names].flatMap((name) => {
    const moment = now - lagOf(graph, `${vm.id}/${name}`)
    if ((vm.madeAt !== null && vm.madeAt > moment) || (gone !== null && gone <= moment)) return []
    const then = vmAsOf(vm, moment)
    const part = parts(then).find((each) => nameOf(each) === name)
    return part === undefined ? [] : [{ vm: then, part }]
  })
}
