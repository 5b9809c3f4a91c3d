import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { OpenDatabase } from '../dialect'
import type { Tables } from '../schema'
import { tablesOf } from '../transfer/tables'
import { continueAfter, putRows } from '../transfer/write'
import { moving, quiet, startOfTime, subscriptionId, vmIdOf } from './observations'

type Rows = { readonly [Name in keyof Tables]: readonly Insertable<Tables[Name]>[] }

/** In the order of UTF-16 the last two change places; no order of a language is that of the bytes. */
const names = ['VM-b', 'vm-A', 'vm-ä', 'vm-日本', 'vm-\u{ff5e}', 'vm-\u{1f512}']
const owner = { cloud: 'public', tenant_id: 'tenant-1' }
const person = { ...owner, person_id: 'person-1' }
const day = 86_400_000
const message = { ...moving(1).message, text: 'a "quoted" line\n\tand 日本語 \u{1f512}' }
const facts = JSON.stringify({ ...quiet, message })

const perName = <T>(row: (name: string, index: number) => T): T[] => names.map((name, index) => row(name, index + 1))

/**
 * Rows of every kind, with texts, numbers and gaps that databases may treat differently. Exhaustive: a new table does not
 * compile without its rows.
 * @param now epoch milliseconds: rows that a program would delete are not older than it allows
 */
function everyKind(now: number): Rows {
  return {
    machines: perName((name, id) => ({
      ...owner,
      id: id * 10,
      vm_key: vmIdOf(name).toLowerCase(),
      vm_uid: id === 1 ? '' : `uid-${id}`,
      subscription_id: subscriptionId,
      vm_id: vmIdOf(name),
    })),
    observations: perName((_name, id) => ({
      id: id * 7,
      machine_id: id * 10,
      first_seen: startOfTime,
      last_seen: startOfTime + id,
      held_until: startOfTime + day,
      state: 'encrypted',
      facts_hash: `hash-${id}`,
      facts,
      source: 'user',
      heartbeat_at: id % 2 === 0 ? null : startOfTime - id,
      // oxlint-disable-next-line house/vocabulary -- the column keeps the name of its migration
      looks: id,
    })),
    state_runs: perName((_name, id) => ({
      machine_id: id * 10,
      first_seen: startOfTime - id,
      held_until: startOfTime + day,
      state: 'encrypted',
    })),
    machine_states: perName((_name, id) => ({
      machine_id: id * 10,
      state: 'encrypted',
      first_seen: startOfTime,
      unbroken_since: startOfTime,
      last_seen: startOfTime + id,
      held_until: startOfTime + day,
      before_state: id % 2 === 0 ? null : 'encrypting',
      before_seen: id % 2 === 0 ? null : startOfTime - 1,
      began_between: id % 2,
      work_due: 0,
    })),
    finished_work: perName((_name, id) => ({
      machine_id: id * 10,
      first_seen: startOfTime,
      work: 'encrypting',
      size_gib: id / 3,
      began: startOfTime,
      ended: startOfTime + id,
      scores: '[]',
    })),
    activity: perName((name, id) => ({
      ...owner,
      id,
      vm_key: vmIdOf(name).toLowerCase(),
      event_key: `activity-log:${id}`,
      happened_at: startOfTime,
      body: '{"operation":"restart","by":["a",null]}',
    })),
    watched_vms: perName((name, id) => ({
      ...owner,
      vm_key: vmIdOf(name).toLowerCase(),
      vm_id: vmIdOf(name),
      subscription_id: subscriptionId,
      fingerprint: 'print',
      due_at: startOfTime,
      read_at: id % 2 === 0 ? null : startOfTime,
    })),
    leases: perName((name, id) => ({ name: `lease-${name}`, holder: 'holder', until: id })),
    watches: perName((name, id) => ({
      ...person,
      id: `watch-${name}`,
      kind: 'vm',
      target_key: vmIdOf(name).toLowerCase(),
      target: JSON.stringify({ kind: 'vm', id: vmIdOf(name) }),
      kinds: '["finished"]',
      channels: '[]',
      language: 'ja',
      // oxlint-disable-next-line house/vocabulary -- the column keeps the name of its migration
      tell_present: 0,
      muted_until: id % 2 === 0 ? null : now,
      created_at: now,
    })),
    watch_memories: perName((name, id) => ({
      watch_id: `watch-${name}`,
      vm_key: vmIdOf(name).toLowerCase(),
      version: id,
      memory: '{}',
    })),
    watch_proofs: perName((name) => ({
      watch_id: `watch-${name}`,
      vm_key: vmIdOf(name).toLowerCase(),
      proved_at: now,
    })),
    notifications: perName((name, id) => ({
      id,
      notice_key: `notice-${id}`,
      watch_id: `watch-${name}`,
      vm_key: vmIdOf(name).toLowerCase(),
      vm_id: vmIdOf(name),
      notice: '{}',
      created_at: now,
      event_key: '',
    })),
    deliveries: perName((_name, id) => ({
      id,
      notification_id: id,
      channel: 'ops',
      state: 'sent',
      attempts: 1,
      due_at: now,
      holder: null,
      code: id % 2 === 0 ? null : 'http-200',
    })),
    snapshots: perName((name, id) => ({
      ...person,
      id: randomUUID(),
      kind: 'vm',
      title: `Snapshot of ${name}`,
      withheld: '[]',
      content: id % 2 === 0 ? '' : JSON.stringify({ text: 'x'.repeat(50_000) }),
      token_hash: id % 2 === 0 ? null : `${id}`.repeat(64),
      passphrase: null,
      created_at: now,
      expires_at: now + day,
      revoked_at: null,
      views: id,
      refused: 0,
      refused_since: 0,
    })),
    // oxlint-disable-next-line house/vocabulary -- the table keeps the name of its migration
    trail: perName((_name, id) => ({
      id,
      at: now - id,
      kind: 'sign-in',
      cloud: id % 2 === 0 ? null : 'public',
      tenant_id: id % 2 === 0 ? null : 'tenant-1',
      person_id: id % 2 === 0 ? null : 'person-1',
      address: '192.0.2.1',
      subject: null,
      detail: '{}',
    })),
    ended_tokens: perName((_name, id) => ({
      fingerprint: `${id}`.repeat(64),
      person: 'public/tenant-1/person-1',
      ended_at: now,
      expires_at: now + day,
    })),
    notes: perName((name, id) => ({
      ...person,
      kind: id % 2 === 0 ? 'member' : 'acknowledgement',
      note_key: vmIdOf(name).toLowerCase(),
      version: `version-${id}`,
      body: '{"note":"日本"}',
      person_name: id % 2 === 0 ? null : '佐藤',
      changed_at: now,
      private_to: id % 2 === 0 ? null : 'person-1',
    })),
  }
}

const idOf = (row: object): number => ('id' in row && typeof row.id === 'number' ? row.id : 0)

/** Fills every table that the database has, also before its newest migration. */
export async function fillEveryKind(database: OpenDatabase, now: number): Promise<void> {
  const rows = everyKind(now)
  for (const table of await tablesOf(database)) {
    const found = Object.entries(rows).find(([name]) => name === table.name)?.[1] ?? []
    const values = found.map((row) => {
      const byColumn = new Map<string, string | number | null | undefined>(Object.entries(row))
      return table.columns.map((column) => byColumn.get(column) ?? null)
    })
    await putRows(database.db, table, values, false)
    if (table.counted) await continueAfter(database.db, database.dialect, table, Math.max(...found.map(idOf)))
  }
}
