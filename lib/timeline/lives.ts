import type { Sighting } from './sighting'

/** Sightings of one machine. `vmId` is null where none of them told it. */
export interface SightedLife {
  readonly vmId: string | null
  readonly sightings: readonly Sighting[]
}

/** When a machine was seen. Milliseconds since 1970. */
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

/** Whose a sighting without `vmId` is; null where it may as well be another machine of the same name. */
function ownerOf({ from, to }: Sighting, spans: readonly MachineSpan[]): string | null {
  const only = spans.length === 1 ? spans[0] : undefined
  const last = spans.at(-1)
  const within = spans.filter((span) => from >= span.from && to <= span.to)
  if (only !== undefined) return only.vmId
  if (within.length === 1 && within[0] !== undefined) return within[0].vmId
  return last !== undefined && from >= last.from ? last.vmId : null
}

/**
 * Parts the sightings of one place by the machine that stood there. A VM that was deleted and created again under its
 * name has another `vmId` and is another life; one that was moved or renamed keeps its `vmId` and its life. A reading
 * without `vmId` (the inventory's) goes with a machine only where it can be no other's; `others` are machines known
 * to have stood there whose own sightings are not at hand. In order of first sight.
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
