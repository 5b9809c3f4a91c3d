import type { Sighting } from './sighting'

/** Observations of one machine. `vmId` is null when none of them contains it. */
export interface SightedLife {
  readonly vmId: string | null
  readonly sightings: readonly Sighting[]
}

/** When a machine was observed. Milliseconds since 1970. */
export interface MachineSpan {
  /** In lower case. */
  readonly vmId: string
  readonly from: number
  readonly to: number
}

function spansOf(sightings: readonly Sighting[], others: readonly MachineSpan[]): readonly MachineSpan[] {
  const spans = new Map<string, MachineSpan>()
  for (const { vmId, from, to } of [...others, ...sightings]) {
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
function ownerOf({ from, to }: Sighting, spans: readonly MachineSpan[]): string | null {
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
export function livesOf(sightings: readonly Sighting[], others: readonly MachineSpan[] = []): readonly SightedLife[] {
  const spans = spansOf(sightings, others)
  const lives = new Map<string | null, Sighting[]>()
  for (const sighting of sightings) {
    const owner = sighting.vmId ?? ownerOf(sighting, spans)
    const life = lives.get(owner)
    if (life === undefined) lives.set(owner, [sighting])
    else life.push(sighting)
  }
  return [...lives].map(([vmId, own]) => ({ vmId, sightings: own }))
}
