import { describe, expect, it } from 'vitest'
import type { Result } from '@/lib/shared/result'
import { readAuditLog } from './audit-log/read'
import { endAccess } from './end-access'
import { publishDraft, putDraft } from './snapshots/drafts'
import { openSnapshot } from './snapshots/links'
import type { Store } from './store'
import { useDatabases } from './testing/databases'
import { follow, follower, watchOfVm } from './testing/watches'
import { watchesOfPerson } from './watches/watches'

const now = 1_800_000_000_000
const other = { ...follower, personId: 'person-2' }

function got<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value
}

async function share(store: Store, id: string, owner: typeof follower): Promise<void> {
  const draft = { id, owner, kind: 'vm', title: 'vm', withheld: [], content: '{"x":1}', now } as const
  got(await putDraft(store, draft))
  const publishing = { tokenHash: `hash-${id}`, passphrase: null, expiresAt: now + 3_600_000, now }
  expect(got(await publishDraft(store, owner, id, publishing))).toBe(true)
}

describe('a user who has left', () => {
  for (const database of useDatabases()) {
    it(`keeps no link, draft or watch, and all others keep theirs: ${database.name}`, async () => {
      const store = await database.open()
      for (const [id, owner] of [
        ['left-1', follower],
        ['left-2', follower],
        ['stays', other],
      ] as const)
        await share(store, id, owner)
      got(
        await putDraft(store, {
          id: 'draft',
          owner: follower,
          kind: 'vm',
          title: '',
          withheld: [],
          content: '{}',
          now,
        }),
      )
      await follow(store, watchOfVm('vm1'))
      await follow(store, watchOfVm('vm1', { follower: other }))

      const leaver = { tenantId: follower.tenantId.toUpperCase(), personId: follower.personId.toUpperCase() }
      expect(got(await endAccess(store, leaver, now))).toEqual({ links: 2, watches: 1 })
      expect(got(await endAccess(store, leaver, now))).toEqual({ links: 0, watches: 0 })

      const opened = async (id: string) => got(await openSnapshot(store, `hash-${id}`, now)) !== null
      expect([await opened('left-1'), await opened('left-2'), await opened('stays')]).toEqual([false, false, true])
      expect(got(await watchesOfPerson(store, follower))).toEqual([])
      expect(got(await watchesOfPerson(store, other))).toHaveLength(1)
      const contents = await store.db.selectFrom('snapshots').select(['id', 'content']).orderBy('id').execute()
      expect(contents.filter(({ content }) => content !== '').map(({ id }) => id)).toEqual(['stays'])
      const query = {
        kinds: [],
        tenantId: follower.tenantId,
        person: null,
        from: null,
        to: null,
        before: null,
        limit: 9,
      }
      expect(got(await readAuditLog(store, { ...query, kinds: ['access-ended'] })).map(({ detail }) => detail)).toEqual(
        [
          { links: 0, watches: 0 },
          { links: 2, watches: 1 },
        ],
      )
    })
  }
})
