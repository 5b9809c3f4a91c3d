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

/** How a machine was seen last, and since when: a summary of its observations, so that a fleet is read at once. */
interface MachineStateTable {
  readonly machine_id: number
  readonly state: string
  /** The first of the looks that saw this state and no other since; and the first of those without a gap. */
  readonly first_seen: Time
  readonly unbroken_since: Time
  readonly last_seen: Time
  readonly held_until: Time
  /** The last look that saw another state. */
  readonly before_state: string | null
  readonly before_seen: Time | null
  /** 1 where that look was close enough that the state began between the two. */
  readonly began_between: number
  /** 1 where work may have ended that is not in `finished_work` yet. */
  readonly work_due: number
}

/** Work whose beginning and end were seen, and how the estimates made meanwhile came out. */
interface FinishedWorkTable {
  readonly machine_id: number
  /** The first look at it. */
  readonly first_seen: Time
  readonly work: string
  readonly size_gib: number
  /** The middle between the looks on either side. */
  readonly began: Time
  readonly ended: Time
  /** JSON. */
  readonly scores: string
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

/** What a person follows. The lists and objects are JSON. */
interface FollowTable {
  readonly id: string
  readonly cloud: string
  readonly tenant_id: string
  /** Object id of the person in that tenant. */
  readonly person_id: string
  /** `vm` or `view`. */
  readonly kind: string
  /** ARM id in lower case, or the view's filters in one fixed form: what is followed twice is one watch. */
  readonly target_key: string
  readonly target: string
  /** Kinds of notices wanted. */
  readonly kinds: string
  /** Names of the configured webhooks. */
  readonly channels: string
  readonly language: string
  /** 1 where the first look is told as well. */
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

/** When the follower was last seen to be allowed to read a VM. */
interface ProofTable {
  readonly watch_id: string
  readonly vm_key: string
  readonly proved_at: Time
}

/** A notice for the follower, kept for a while after it was told. */
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
  /** What the notice is about: equal for all watches that tell the same. */
  readonly event_key: string
}

/** One notification on its way to one webhook. */
interface DeliveryTable {
  readonly id: Generated<number>
  readonly notification_id: number
  readonly channel: string
  /** `waiting`, `sent`, `failed` or `dropped`. */
  readonly state: string
  readonly attempts: number
  /** When it may be tried next; while somebody tries, when that claim ends. */
  readonly due_at: Time
  readonly holder: string | null
  /** What became of the last try. */
  readonly code: string | null
}

/** Something shown to people without rights; a draft until it has a token. The lists and the content are JSON. */
interface SnapshotTable {
  readonly id: string
  readonly cloud: string
  readonly tenant_id: string
  /** Object id of the person who made it. */
  readonly person_id: string
  /** `vm` or `view`. */
  readonly kind: string
  readonly title: string
  readonly withheld: string
  /** What is shown; empty once nobody may see it any more. */
  readonly content: string
  /** SHA-256 of the token, hex; null for a draft. The token itself is kept nowhere. */
  readonly token_hash: string | null
  /** Salt and hash of the passphrase; null where none is asked for. */
  readonly passphrase: string | null
  readonly created_at: Time
  readonly expires_at: Time
  readonly revoked_at: Time | null
  readonly views: number
  /** Wrong passphrases since a time. */
  readonly refused: number
  readonly refused_since: Time
}

/** Who did what, when and from where. Rows are only added, and forgotten when they are old: the database sees to it. */
interface TrailTable {
  readonly id: Generated<number>
  readonly at: Time
  readonly kind: string
  /** All three null for strangers and programs. */
  readonly cloud: string | null
  readonly tenant_id: string | null
  readonly person_id: string | null
  readonly address: string | null
  readonly subject: string | null
  /** JSON. */
  readonly detail: string
}

/** A token whose person has signed out. */
interface EndedTokenTable {
  /** SHA-256 of the token. */
  readonly fingerprint: string
  /** Cloud, tenant and object id. */
  readonly person: string
  readonly ended_at: Time
  readonly expires_at: Time
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
  readonly trail: TrailTable
  readonly ended_tokens: EndedTokenTable
}
