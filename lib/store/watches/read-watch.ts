import 'server-only'
import type { Selectable } from 'kysely'
import * as z from 'zod/mini'
import { followedViewSchema, noticeKindsSchema } from '@/lib/timeline/notice/schema'
import type { Tables } from '../schema'
import type { Watch } from './types'

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vm'), id: z.string() }),
  z.object({ kind: z.literal('view'), name: z.string(), view: followedViewSchema }),
])
const channelsSchema = z.array(z.string())

/** Parses JSON from the database; null where it does not match the schema. */
export function readJson<Schema extends z.ZodMiniType>(schema: Schema, text: string): z.output<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A row as a watch; null where it cannot be parsed: such a watch sends nothing. */
export function watchOf(row: Selectable<Tables['watches']>): Watch | null {
  const target = readJson(targetSchema, row.target)
  const kinds = readJson(noticeKindsSchema, row.kinds)
  const channels = readJson(channelsSchema, row.channels)
  if (target === null || kinds === null || channels === null) return null
  return {
    id: row.id,
    follower: { cloud: row.cloud, tenantId: row.tenant_id, personId: row.person_id },
    target,
    kinds,
    channels,
    language: row.language,
    notifyCurrent: row.tell_present === 1,
    mutedUntil: row.muted_until,
    createdAt: row.created_at,
  }
}
