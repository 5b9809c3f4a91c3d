import 'server-only'
import * as z from 'zod'
import { type Result } from '@/lib/shared/result'
import type { FinishedRun } from '@/lib/timeline/estimate/past-work'
import type { EstimateScore } from '@/lib/timeline/estimate/quality'
import { estimateBases, workKinds } from '@/lib/timeline/estimate/types'
import type { ObservedVm } from '@/lib/timeline/observation'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** Finished work, with the accuracy of the estimates made during it. */
export interface ScoredWork extends FinishedRun {
  readonly scores: readonly EstimateScore[]
}

/** A machine whose state has changed since its finished work was last computed. */
export interface DueMachine {
  readonly machineId: number
  readonly vm: ObservedVm
}

/** Some of the machines whose work may have ended. */
export async function readDue(store: Store, limit: number): Promise<Result<readonly DueMachine[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('machine_states')
      .innerJoin('machines', 'machines.id', 'machine_states.machine_id')
      .where('work_due', '=', 1)
      .limit(limit)
      .select(['machines.id', 'cloud', 'tenant_id', 'vm_id', 'vm_uid'])
      .execute()
    return rows.map((row) => ({
      machineId: row.id,
      vm: {
        cloud: row.cloud,
        tenantId: row.tenant_id,
        id: row.vm_id,
        vmId: row.vm_uid === '' ? null : row.vm_uid,
      },
    }))
  })
}

/** Stores the finished work of a machine, once each however often it is computed; then the machine is no longer due. */
export async function saveFinished(
  store: Store,
  machineId: number,
  finished: readonly ScoredWork[],
): Promise<Result<null, StoreFailure>> {
  const rows = finished.map((each) => ({
    machine_id: machineId,
    first_seen: Math.round(each.began),
    work: each.work,
    size_gib: each.sizeGiB,
    began: Math.round(each.began),
    ended: Math.round(each.ended),
    scores: JSON.stringify(each.scores),
  }))
  return attempt(() =>
    store.db.transaction().execute(async (transaction) => {
      for (const row of rows) {
        await transaction
          .insertInto('finished_work')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['machine_id', 'first_seen']).doUpdateSet({ ended: row.ended, scores: row.scores }),
          )
          .execute()
      }
      await transaction.updateTable('machine_states').where('machine_id', '=', machineId).set({ work_due: 0 }).execute()
      return null
    }),
  )
}

const scoresSchema = z.array(
  z.object({ basis: z.enum(estimateBases), error: z.number().nullable(), within: z.boolean() }),
)

function scoresOf(json: string): readonly EstimateScore[] {
  try {
    const parsed = scoresSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** Finished work with the VM's ARM id, lower case. */
export interface PlacedWork extends ScoredWork {
  readonly vmKey: string
}

/** The newest finished work of a tenant. The caller filters it by the VMs that the user can read now. */
export async function readFinished(
  store: Store,
  { cloud, tenantId }: { readonly cloud: string; readonly tenantId: string },
  limit: number,
): Promise<Result<readonly PlacedWork[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('finished_work')
      .innerJoin('machines', 'machines.id', 'finished_work.machine_id')
      .where('cloud', '=', cloud)
      .where('tenant_id', '=', tenantId.toLowerCase())
      .orderBy('ended', 'desc')
      .limit(limit)
      .selectAll('finished_work')
      .select('vm_key')
      .execute()
    return rows.flatMap((row) => {
      const work = workKinds.find((kind) => kind === row.work)
      if (work === undefined) return []
      const { began, ended } = row
      return [
        {
          vmKey: row.vm_key,
          work,
          sizeGiB: row.size_gib,
          duration: ended - began,
          began,
          ended,
          scores: scoresOf(row.scores),
        },
      ]
    })
  })
}
