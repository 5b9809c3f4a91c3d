import { sql } from 'kysely'
import { observation, moving, quiet, vmIdOf } from '@/lib/store/testing/observations'
import { summariseStates } from '@/lib/store/migrations/0003-states'
import type { Store } from '@/lib/store/store'

export interface Filling {
  readonly machines: number
  readonly observations: number
  /** Days before now over which the observations are spread. */
  readonly days: number
}

export const benchTenant = 'bench'
export const nameOf = (index: number): string => `vm-${String(index).padStart(5, '0')}`
export const uidOf = (index: number): string => `uid-${index}`

const chunk = 1000

async function fillMachines(store: Store, machines: number): Promise<void> {
  for (let from = 0; from < machines; from += chunk) {
    const rows = Array.from({ length: Math.min(chunk, machines - from) }, (_, offset) => {
      const id = vmIdOf(nameOf(from + offset))
      return {
        id: from + offset + 1,
        cloud: 'public',
        tenant_id: benchTenant,
        vm_key: id.toLowerCase(),
        vm_uid: uidOf(from + offset),
        subscription_id: 's',
        vm_id: id,
      }
    })
    await store.db.insertInto('machines').values(rows).execute()
  }
}

/**
 * Fills an empty store: every machine is observed all the time, one row after the other; every tenth row has
 * another state, the others another percentage. Rows are written directly, since only reading is measured.
 */
export async function fillStore(store: Store, { machines, observations, days }: Filling): Promise<void> {
  await fillMachines(store, machines)
  const each = observations / machines
  const length = Math.floor((days * 86_400_000) / each)
  const begin = Date.now() - length * each
  const states = ['encrypting', 'restart-pending', 'encrypted', 'not-encrypted', 'failed']
  const texts = states.map((state) => {
    const { facts } = observation(0, state === 'encrypting' ? moving(50) : quiet)
    return { state, facts: JSON.stringify({ ...facts, state, agent: `Ready ${'x'.repeat(100)}` }) }
  })
  for (let from = 0; from < observations; from += chunk) {
    const rows = Array.from({ length: chunk }, (_, offset) => {
      const index = from + offset
      const [machine, turn] = [index % machines, Math.floor(index / machines)]
      const { state, facts } = texts[(machine + Math.floor(turn / 10)) % texts.length] ?? {
        state: 'unknown',
        facts: '{}',
      }
      const first = begin + turn * length + machine
      return {
        machine_id: machine + 1,
        first_seen: first,
        last_seen: first + length - 1000,
        held_until: first + length,
        state,
        facts_hash: `${index}`,
        facts,
        source: 'collector',
        heartbeat_at: first,
        // oxlint-disable-next-line house/vocabulary -- the column keeps the name of its migration
        looks: 10,
      }
    })
    await store.db.transaction().execute((transaction) => transaction.insertInto('observations').values(rows).execute())
  }
  // Recording also stores the runs of each state, and the last observation of each machine.
  await sql`insert into state_runs (machine_id, first_seen, held_until, state)
    select machine_id, min(first_seen), max(held_until), min(state) from observations
    group by machine_id, (first_seen - machine_id + 1 - cast(${begin} as bigint)) / cast(${length * 10} as bigint)`.execute(
    store.db,
  )
  await summariseStates(store.db)
  await sql.raw('analyze').execute(store.db)
}
