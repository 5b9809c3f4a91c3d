import 'server-only'
import * as z from 'zod'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import type { OfTenant } from './overview'
import { attempt, type Store } from './store'

/** Rows that are searched: the newest. An older message that still matters appears in new rows too. */
const mostRows = 20_000
const mostFound = 2000

const messageSchema = z.object({ message: z.object({ text: z.string(), kind: z.literal('unrecognised') }) })

export interface UnrecognisedMessage {
  readonly machine: number
  readonly text: string
  /** Epoch milliseconds. */
  readonly lastSeen: number
}

/** Messages of one tenant that were not recognised when they were observed, newest first. */
export function unrecognisedMessages(
  store: Store,
  { cloud, tenantId }: OfTenant,
): Promise<Result<readonly UnrecognisedMessage[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom((row) =>
        row
          .selectFrom('observations')
          .where('machine_id', 'in', (machine) =>
            machine
              .selectFrom('machines')
              .where('cloud', '=', cloud)
              .where('tenant_id', '=', tenantId.toLowerCase())
              .select('id'),
          )
          .orderBy('last_seen', 'desc')
          .limit(mostRows)
          .select(['machine_id', 'last_seen', 'facts'])
          .as('newest'),
      )
      .where('facts', 'like', '%"unrecognised"%')
      .orderBy('last_seen', 'desc')
      .limit(mostFound)
      .selectAll()
      .execute()
    return rows.flatMap(({ machine_id, last_seen, facts }) => {
      const parsed = messageSchema.safeParse(JSON.parse(facts))
      return parsed.success ? [{ machine: machine_id, text: parsed.data.message.text, lastSeen: last_seen }] : []
    })
  })
}
