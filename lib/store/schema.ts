import 'server-only'
import type { Generated } from 'kysely'

/** Times are epoch milliseconds, UTC. */
type Time = number

/** A machine: one place (ARM id) and the machine that stood there (`vmId`). A recreated VM is another one. */
interface MachineTable {
  readonly id: Generated<number>
  readonly cloud: string
  readonly tenant_id: string
  /** ARM id, lower case. */
  readonly vm_key: string
  /** Azure's `vmId`, lower case; empty where it was not read. */
  readonly vm_uid: string
  /** Lower case. */
  readonly subscription_id: string
  /** ARM id as Azure spelt it last. */
  readonly vm_id: string
}

/** The same facts from first to last seen. Rows are added and grow at their ends; nothing else about them changes. */
interface ObservationTable {
  readonly id: Generated<number>
  readonly machine_id: number
  readonly first_seen: Time
  readonly last_seen: Time
  /** Until when nothing speaks against it: the next row, or the end of the silence that is allowed after it. */
  readonly held_until: Time
  /** The state of the VM, out of the facts. */
  readonly state: string
  readonly facts_hash: string
  /** JSON. */
  readonly facts: string
  readonly source: string
  readonly heartbeat_at: Time | null
  /** How often these facts were seen. */
  readonly looks: number
}

/** A machine in one state without a gap: a summary of its observations, so that a fleet can be counted over months. */
interface StateRunTable {
  readonly machine_id: number
  readonly first_seen: Time
  readonly held_until: Time
  readonly state: string
}

/** Something that others recorded about a VM. */
interface ActivityTable {
  readonly id: Generated<number>
  readonly cloud: string
  readonly tenant_id: string
  readonly vm_key: string
  /** The source's name and its own id of the event: the same event twice is one row. */
  readonly event_key: string
  readonly happened_at: Time
  /** JSON. */
  readonly body: string
}

/** What the collector watches. */
interface WatchTable {
  readonly cloud: string
  readonly tenant_id: string
  readonly vm_key: string
  readonly vm_id: string
  readonly subscription_id: string
  /** Hash of what the inventory says about it: another one means that the VM must be read now. */
  readonly fingerprint: string
  readonly due_at: Time
  readonly read_at: Time | null
}

/** Who may do something that one process at a time does. Times are by the clocks of those processes: keep them wide. */
interface LeaseTable {
  readonly name: string
  readonly holder: string
  readonly until: Time
}

/** The tables of the newest schema version; the same on SQLite and PostgreSQL. */
export interface Tables {
  readonly machines: MachineTable
  readonly observations: ObservationTable
  readonly state_runs: StateRunTable
  readonly activity: ActivityTable
  readonly watched_vms: WatchTable
  readonly leases: LeaseTable
}
