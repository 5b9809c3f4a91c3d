import 'server-only'
import type { Generated } from 'kysely'

/** Times are epoch milliseconds, UTC. */
type Time = number

/** A machine: one ARM id and one `vmId`. A recreated VM is another one. */
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
  /** ARM id in Azure's latest spelling. */
  readonly vm_id: string
}

/**
 * Equal facts from first to last observation. Rows are added and extended at their ends; nothing else about them
 * changes.
 */
interface ObservationTable {
  readonly id: Generated<number>
  readonly machine_id: number
  readonly first_seen: Time
  readonly last_seen: Time
  /** Until when the row holds: until the next row, or the end of the allowed silence after it. */
  readonly held_until: Time
  /** The state of the VM, from the facts. */
  readonly state: string
  readonly facts_hash: string
  /** JSON. */
  readonly facts: string
  readonly source: string
  readonly heartbeat_at: Time | null
  /** How many observations had these facts. */
  // oxlint-disable-next-line house/vocabulary -- the column keeps the name of its migration
  readonly looks: number
}

/**
 * A period of a machine in one state without a gap: a summary of its observations, so that a fleet can be counted over
 * months.
 */
interface StateRunTable {
  readonly machine_id: number
  readonly first_seen: Time
  readonly held_until: Time
  readonly state: string
}

/**
 * The last observed state of a machine, and since when: a summary of its observations, so that a fleet is read at once.
 */
interface MachineStateTable {
  readonly machine_id: number
  readonly state: string
  /** The first observation since which every observation had this state; and the first of those without a gap. */
  readonly first_seen: Time
  readonly unbroken_since: Time
  readonly last_seen: Time
  readonly held_until: Time
  /** The last observation with another state. */
  readonly before_state: string | null
  readonly before_seen: Time | null
  /** 1 where that observation was close enough that the state began between the two. */
  readonly began_between: number
  /** 1 where work may have ended that is not in `finished_work` yet. */
  readonly work_due: number
}

/** Work whose start and end were observed, and the accuracy of the estimates made during it. */
interface FinishedWorkTable {
  readonly machine_id: number
  /** The first observation of it. */
  readonly first_seen: Time
  readonly work: string
  readonly size_gib: number
  /** The middle between the observations before and after the start. */
  readonly began: Time
  readonly ended: Time
  /** JSON. */
  readonly scores: string
}

/** An event that another system recorded about a VM. */
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

/** The VMs that the collector watches. */
interface WatchTable {
  readonly cloud: string
  readonly tenant_id: string
  readonly vm_key: string
  readonly vm_id: string
  readonly subscription_id: string
  /** Hash of the VM's data in the inventory: a new hash means that the VM must be read now. */
  readonly fingerprint: string
  readonly due_at: Time
  readonly read_at: Time | null
}

/**
 * The holder of a lease: the right to do what only one process at a time may do. The clocks of those processes set the
 * times: choose long leases.
 */
interface LeaseTable {
  readonly name: string
  readonly holder: string
  readonly until: Time
}

/** A watch of a user. The lists and objects are JSON. */
interface FollowTable {
  readonly id: string
  readonly cloud: string
  readonly tenant_id: string
  /** Object id of the user in that tenant. */
  readonly person_id: string
  /** `vm` or `view`. */
  readonly kind: string
  /** ARM id in lower case, or the view's filters in one canonical form: the same target twice is one watch. */
  readonly target_key: string
  readonly target: string
  /** Requested kinds of notices. */
  readonly kinds: string
  /** Names of the configured webhooks. */
  readonly channels: string
  readonly language: string
  /** 1 where the first observation sends notices too. */
  readonly tell_present: number
  readonly muted_until: Time | null
  readonly created_at: Time
}

/** What a watch knows of one VM. The version makes writers of the same memory take turns. */
interface MemoryTable {
  readonly watch_id: string
  readonly vm_key: string
  readonly version: number
  /** JSON. */
  readonly memory: string
}

/** When the user's right to read a VM was last proved. */
interface ProofTable {
  readonly watch_id: string
  readonly vm_key: string
  readonly proved_at: Time
}

/** A notice for the user, kept for a while after it was sent. */
interface NotificationTable {
  readonly id: Generated<number>
  /** Watch, VM, kind and episode: the same notice twice is one row. */
  readonly notice_key: string
  readonly watch_id: string
  readonly vm_key: string
  readonly vm_id: string
  /** JSON. */
  readonly notice: string
  readonly created_at: Time
  /** The event of the notice: equal for all watches that report the same event. */
  readonly event_key: string
}

/** One notification to be sent to one webhook. */
interface DeliveryTable {
  readonly id: Generated<number>
  readonly notification_id: number
  readonly channel: string
  /** `waiting`, `sent`, `failed` or `dropped`. */
  readonly state: string
  readonly attempts: number
  /** When the next try is due; while a process tries, when its claim expires. */
  readonly due_at: Time
  readonly holder: string | null
  /** The code of the last try's outcome. */
  readonly code: string | null
}

/** A snapshot for readers without permissions; a draft until it has a token. The lists and the content are JSON. */
interface SnapshotTable {
  readonly id: string
  readonly cloud: string
  readonly tenant_id: string
  /** Object id of the user who created it. */
  readonly person_id: string
  /** `vm` or `view`. */
  readonly kind: string
  readonly title: string
  readonly withheld: string
  /** The content shown; empty once the link has ended. */
  readonly content: string
  /** SHA-256 of the token, hex; null for a draft. The token itself is never stored. */
  readonly token_hash: string | null
  /** Salt and hash of the passphrase; null where none is required. */
  readonly passphrase: string | null
  readonly created_at: Time
  readonly expires_at: Time
  readonly revoked_at: Time | null
  readonly views: number
  /** Wrong passphrases since a time. */
  readonly refused: number
  readonly refused_since: Time
}

/** The audit log. Rows are only added, and deleted when they are old: the database enforces it. */
interface AuditTable {
  readonly id: Generated<number>
  readonly at: Time
  readonly kind: string
  /** All three null for unauthenticated callers and programs. */
  readonly cloud: string | null
  readonly tenant_id: string | null
  readonly person_id: string | null
  readonly address: string | null
  readonly subject: string | null
  /** JSON. */
  readonly detail: string
}

/** A token whose user has signed out. */
interface EndedTokenTable {
  /** SHA-256 of the token. */
  readonly fingerprint: string
  /** Cloud, tenant and object id. */
  readonly person: string
  readonly ended_at: Time
  readonly expires_at: Time
}

/** What a user noted for all users of the tenant who can read the VM, and the user's views of the fleet. */
interface NoteTable {
  readonly cloud: string
  readonly tenant_id: string
  /** `wave`, `member`, `acknowledgement`, `view` or `default-view`. */
  readonly kind: string
  /** Id of a wave or view; object id of the user of a default view; otherwise the ARM id of the VM or disk, lower case. */
  readonly note_key: string
  /** Another one after each change. */
  readonly version: string
  /** JSON. */
  readonly body: string
  /** Object id and name of the user who changed it last. */
  readonly person_id: string
  readonly person_name: string | null
  readonly changed_at: Time
  /** Object id of the only user who may read it; null for notes that are shared. */
  readonly private_to: string | null
}

/** The tables of the newest schema version; the same on SQLite and PostgreSQL. */
export interface Tables {
  readonly machines: MachineTable
  readonly observations: ObservationTable
  readonly state_runs: StateRunTable
  readonly machine_states: MachineStateTable
  readonly finished_work: FinishedWorkTable
  readonly activity: ActivityTable
  readonly watched_vms: WatchTable
  readonly leases: LeaseTable
  readonly watches: FollowTable
  readonly watch_memories: MemoryTable
  readonly watch_proofs: ProofTable
  readonly notifications: NotificationTable
  readonly deliveries: DeliveryTable
  readonly snapshots: SnapshotTable
  // oxlint-disable-next-line house/vocabulary -- the table keeps the name of its migration
  readonly trail: AuditTable
  readonly ended_tokens: EndedTokenTable
  readonly notes: NoteTable
}
