import type { ObservationInterval } from './observation-intervals'

/** Observations of one machine. `vmId` is null when none of them contains it. */
export interface MachineIntervals {
  readonly vmId: string | null
  readonly intervals: readonly ObservationInterval[]
}

/** When a machine was observed. Milliseconds since 1970. */
export interface MachineSpan {
  /** In lower case. */
  readonly vmId: string
  readonly from: number
  readonly to: number
}

function spansOf(intervals: readonly ObservationInterval[], others: readonly MachineSpan[]): readonly MachineSpan[] {
  const spans = new Map<string, MachineSpan>()
  for (const { vmId, from, to } of [...others, ...intervals]) {
    if (vmId === null) continue
    const span = spans.get(vmId)
    spans.set(vmId, {
      vmId,
      from: Math.min(from, span?.from ?? from),
      to: Math.max(to, span?.to ?? to),
    })
  }
  return [...spans.values()].sort((left, right) => left.from - right.from || (left.vmId < right.vmId ? -1 : 1))
}

/** The machine that an observation without `vmId` belongs to; null when several machines of that name are possible. */
function ownerOf({ from, to }: ObservationInterval, spans: readonly MachineSpan[]): string | null {
  const only = spans.length === 1 ? spans[0] : undefined
  const last = spans.at(-1)
  const within = spans.filter((span) => from >= span.from && to <= span.to)
  if (only !== undefined) return only.vmId
  if (within.length === 1 && within[0] !== undefined) return within[0].vmId
  return last !== undefined && from >= last.from ? last.vmId : null
}

/**
 * Groups the observations under one ARM id by machine. A VM that was deleted and created again under its name has
 * another `vmId` and is another machine; a VM that was moved or renamed keeps its `vmId` and stays the same machine. An
 * observation without `vmId` (from the inventory) is assigned only when exactly one machine is possible. `others` are
 * machines known to have had this id whose observations are not in the input. Ordered by first observation.
 */
export function splitByMachine(
  intervals: readonly ObservationInterval[],
  others: readonly MachineSpan[] = [],
): readonly MachineIntervals[] {
  const spans = spansOf(intervals, others)
  const machines = new Map<string | null, ObservationInterval[]>()
  for (const interval of intervals) {
    const owner = interval.vmId ?? ownerOf(interval, spans)
    const machine = machines.get(owner)
    if (machine === undefined) machines.set(owner, [interval])
    else machine.push(interval)
  }
  return [...machines].map(([vmId, own]) => ({ vmId, intervals: own }))
}
