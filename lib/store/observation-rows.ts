import 'server-only'
import { observationSources, type Observation, type ObservationSource } from '@/lib/timeline/observation'
import { observedFactsSchema } from '@/lib/timeline/observation-schema'

export const iso = (time: number): string => new Date(time).toISOString()

function parseFacts(json: string): Observation['facts'] | null {
  try {
    const parsed = observedFactsSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const sourceOf = (text: string): ObservationSource => observationSources.find((source) => source === text) ?? 'user'

/** A row of `observations` with its machine. */
export interface ObservationRow {
  readonly cloud: string
  readonly tenant_id: string
  readonly vm_id: string
  readonly vm_uid: string
  readonly first_seen: number
  readonly last_seen: number
  readonly source: string
  readonly heartbeat_at: number | null
  readonly facts: string
}

/** Parses each text once, because a VM has the same facts again and again. */
export function factsReader(): (json: string) => Observation['facts'] | null {
  const known = new Map<string, Observation['facts'] | null>()
  return (json) => {
    const parsed = known.get(json)
    if (parsed !== undefined) return parsed
    const facts = parseFacts(json)
    known.set(json, facts)
    return facts
  }
}

/** Null where the facts could not be read. */
export function observationOf(row: ObservationRow, facts: Observation['facts'] | null): Observation | null {
  if (facts === null) return null
  return {
    cloud: row.cloud,
    tenantId: row.tenant_id,
    id: row.vm_id,
    vmId: row.vm_uid === '' ? null : row.vm_uid,
    firstSeen: iso(row.first_seen),
    lastSeen: iso(row.last_seen),
    source: sourceOf(row.source),
    heartbeatAt: row.heartbeat_at === null ? null : iso(row.heartbeat_at),
    facts,
  }
}

/** The columns of `ObservationRow`. */
export const observationColumns = [
  'machines.cloud',
  'machines.tenant_id',
  'machines.vm_id',
  'machines.vm_uid',
  'observations.first_seen',
  'observations.last_seen',
  'observations.source',
  'observations.heartbeat_at',
  'observations.facts',
] as const
