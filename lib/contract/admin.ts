import * as z from 'zod/mini'
import { auditEventKinds } from '@/lib/shared/audit-events'
import { historyFailures } from './history-failures'

const count = z.number()
const time = z.string()

/** One variable of the server's configuration. `value` is null when it is not set, and for every secret. */
const variableSchema = z.object({
  name: z.string(),
  value: z.nullable(z.string()),
  isSet: z.boolean(),
  secret: z.boolean(),
})

/** What a lease is for. */
export const leaseWorks = ['survey', 'read', 'send', 'prune', 'report', 'other'] as const
const leaseSchema = z.object({
  work: z.enum(leaseWorks),
  /** Name of the process that holds the lease, as in its log. */
  holder: z.string(),
  /** That of a scheduled report ends when the next one is due. */
  until: time,
  /** Why the last scheduled report could not be made; null for other work, and where it was made or is being made. */
  failure: z.nullable(z.string()),
})
export type Lease = z.infer<typeof leaseSchema>

/** What the collectors watch in one tenant. */
const watchingSchema = z.object({
  cloud: z.string(),
  tenantId: z.string(),
  watched: count,
  due: count,
  /** When a collector last read a VM; null before the first reading. */
  lastRead: z.nullable(time),
})

/** What became of the notices of a day for one webhook. `code`: why the newest that is not sent was not taken. */
const webhookSchema = z.object({
  name: z.string(),
  sent: count,
  retrying: count,
  failed: count,
  code: z.nullable(z.string()),
})

/** A message that is not in the catalogue, with everything removed that could identify a user or a resource. */
const unrecognisedSchema = z.object({ text: z.string(), vms: count, lastSeen: time })

/** Answer of `GET /api/v1/admin`. */
export const adminStatusSchema = z.object({
  version: z.string(),
  node: z.string(),
  startedAt: time,
  configuration: z.array(variableSchema),
  store: z.object({
    failure: z.nullable(z.enum(historyFailures)),
    database: z.nullable(z.enum(['sqlite', 'postgres'])),
    bytes: z.nullable(count),
    mostBytes: count,
    /** The newest migration. */
    schema: z.nullable(z.string()),
    machines: z.nullable(count),
    observations: z.nullable(count),
  }),
  leases: z.array(leaseSchema),
  watching: z.array(watchingSchema),
  /** Null where they could not be read. */
  webhooks: z.nullable(z.array(webhookSchema)),
  unrecognised: z.array(unrecognisedSchema),
})
export type AdminStatus = z.infer<typeof adminStatusSchema>

export const auditEventSchema = z.object({
  id: count,
  at: time,
  kind: z.enum(auditEventKinds),
  /** Object id and tenant; null for unauthenticated requests and for actions of the server. */
  person: z.nullable(z.string()),
  tenant: z.nullable(z.string()),
  address: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  /** Further details, by name; lists are joined by commas. */
  detail: z.record(z.string(), z.string()),
})
export type AuditLine = z.infer<typeof auditEventSchema>

/** Answer of `GET /api/v1/admin/audit-log`, the newest first. */
export const auditLogSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  entries: z.array(auditEventSchema),
  /** Pass this as `before` for the next page; null on the last page. */
  next: z.nullable(count),
})
export type AuditLog = z.infer<typeof auditLogSchema>

export const auditLogFormats = ['csv', 'jsonl'] as const
export type AuditLogFormat = (typeof auditLogFormats)[number]
