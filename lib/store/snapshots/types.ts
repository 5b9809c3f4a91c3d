import 'server-only'
import type { Selectable } from 'kysely'
import type { Tables } from '../schema'

/** The user who created a snapshot. */
export interface SnapshotOwner {
  readonly cloud: string
  readonly tenantId: string
  readonly personId: string
}

/** A snapshot for readers without permissions. Times are epoch milliseconds. */
export interface StoredSnapshot {
  readonly id: string
  readonly kind: 'vm' | 'view'
  readonly title: string
  readonly withheld: readonly string[]
  /** JSON; empty once the link has ended. */
  readonly content: string
  readonly passphrase: string | null
  readonly createdAt: number
  readonly expiresAt: number
  readonly revokedAt: number | null
  readonly views: number
  readonly refused: number
  readonly refusedSince: number
}

export interface StoredEvent {
  readonly snapshotId: string
  readonly kind: string
  readonly at: number
}

/** The columns that identify a user. */
export const whose = ({ cloud, tenantId, personId }: SnapshotOwner) => ({
  cloud,
  tenant_id: tenantId.toLowerCase(),
  person_id: personId.toLowerCase(),
})

export function snapshotOf(row: Selectable<Tables['snapshots']>): StoredSnapshot {
  const withheld: unknown = JSON.parse(row.withheld)
  return {
    id: row.id,
    kind: row.kind === 'vm' ? 'vm' : 'view',
    title: row.title,
    withheld: Array.isArray(withheld) ? withheld.filter((part) => typeof part === 'string') : [],
    content: row.content,
    passphrase: row.passphrase,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    views: row.views,
    refused: row.refused,
    refusedSince: row.refused_since,
  }
}
