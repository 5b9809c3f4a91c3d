import 'server-only'
import type { Transaction } from 'kysely'
import type { Span } from './insert-observation'
import type { Tables } from './schema'

/** A period of a machine in one state without a gap. Times are epoch milliseconds. */
export interface Run {
  readonly firstSeen: number
  readonly heldUntil: number
  readonly state: string
}

/** A row after an observation, and the row before it where its end moved. */
export interface Step {
  readonly span: Pick<Span, 'firstSeen' | 'lastSeen' | 'heldUntil'>
  readonly state: string
  readonly cut: Pick<Span, 'firstSeen' | 'heldUntil'> | null
}

/** What changed in the rows of one machine. */
export interface MachineSteps {
  readonly steps: Step[]
  /** Whether an observation came late: then the runs around it must be computed again. */
  late: boolean
}

/** A run whose last row was shortened. Null where the run ends there and has other rows: one of them may end later. */
function shortened(run: Run, { span, state, cut }: Step): Run | null {
  if (cut === null) return run
  const shorter = { ...run, heldUntil: cut.heldUntil }
  const goesOn = run.state === state && span.firstSeen <= shorter.heldUntil
  return goesOn || cut.firstSeen <= run.firstSeen ? shorter : null
}

/**
 * Joins rows in the order of their times to the last known run. Returns that run, as it is now, and those after it;
 * null where only all rows together show the result.
 */
export function joinRuns(latest: Run | null, steps: readonly Step[]): readonly Run[] | null {
  const done: Run[] = []
  let run = latest
  for (const step of steps) {
    const { span, state } = step
    if (run !== null) {
      const now = shortened(run, step)
      if (now === null) return null
      run = now
    }
    if (run?.state === state && span.firstSeen <= run.heldUntil) {
      run = { ...run, heldUntil: Math.max(run.heldUntil, span.heldUntil) }
      continue
    }
    if (run !== null) done.push(run)
    run = { firstSeen: span.firstSeen, heldUntil: span.heldUntil, state }
  }
  return run === null ? done : [...done, run]
}

async function latestRuns(
  transaction: Transaction<Tables>,
  machineIds: readonly number[],
): Promise<ReadonlyMap<number, Run>> {
  const rows = await transaction
    .selectFrom('state_runs')
    .where('machine_id', 'in', machineIds)
    .where('first_seen', '=', (row) =>
      row
        .selectFrom('state_runs as later')
        .whereRef('later.machine_id', '=', 'state_runs.machine_id')
        .select((later) => later.fn.max<number>('later.first_seen').as('last')),
    )
    .selectAll()
    .execute()
  return new Map(
    rows.map((row) => [row.machine_id, { firstSeen: row.first_seen, heldUntil: row.held_until, state: row.state }]),
  )
}

/** The rows of a machine as steps, in the order in which they began. */
export async function stepsFromRows(transaction: Transaction<Tables>, machineId: number): Promise<readonly Step[]> {
  const rows = await transaction
    .selectFrom('observations')
    .where('machine_id', '=', machineId)
    .orderBy('first_seen')
    .orderBy('id')
    .select(['first_seen', 'last_seen', 'held_until', 'state'])
    .execute()
  return rows.map((row) => ({
    span: { firstSeen: row.first_seen, lastSeen: row.last_seen, heldUntil: row.held_until },
    state: row.state,
    cut: null,
  }))
}

/** All runs of a machine, from its rows. */
export async function runsFromRows(transaction: Transaction<Tables>, machineId: number): Promise<readonly Run[]> {
  return joinRuns(null, await stepsFromRows(transaction, machineId)) ?? []
}

/** Updates the runs from the rows just written: with runs a fleet's states can be counted without reading every row. */
export async function updateRuns(
  transaction: Transaction<Tables>,
  machines: ReadonlyMap<number, MachineSteps>,
): Promise<void> {
  const latest = await latestRuns(transaction, [...machines.keys()])
  const values: Tables['state_runs'][] = []
  for (const [machineId, { steps, late }] of machines) {
    const joined = late ? null : joinRuns(latest.get(machineId) ?? null, steps)
    if (joined === null) await transaction.deleteFrom('state_runs').where('machine_id', '=', machineId).execute()
    const runs = joined ?? (await runsFromRows(transaction, machineId))
    for (const { firstSeen, heldUntil, state } of new Map(runs.map((run) => [run.firstSeen, run])).values()) {
      values.push({ machine_id: machineId, first_seen: firstSeen, held_until: heldUntil, state })
    }
  }
  for (let from = 0; from < values.length; from += 1000) {
    await transaction
      .insertInto('state_runs')
      .values(values.slice(from, from + 1000))
      .onConflict((conflict) =>
        conflict
          .columns(['machine_id', 'first_seen'])
          .doUpdateSet((row) => ({ held_until: row.ref('excluded.held_until'), state: row.ref('excluded.state') })),
      )
      .execute()
  }
}
