'use client'

import { useMemo, useState } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useNotes, useNoteWriter } from '@/components/queries/use-notes'
import type { SharedWave, WaveChange } from '@/lib/contract/notes'
import { adoptionsOf, noPlan, planOf, type DraftPlan, type WavePlan } from '@/lib/retirement/waves'
import { unreadBy, type Unread } from '@/lib/views/completeness'
import { isRefusedBy, type Refusal, type WriteOutcome } from '@/lib/views/notes'

type WaveText = Omit<WaveChange, 'version'>

export interface Waves {
  readonly plan: WavePlan
  /** Null where the plan was read. */
  readonly unread: Unread | 'loading' | null
  /** Whether all VMs could be listed: otherwise a VM without a wave may be in one. */
  readonly isWhole: boolean
  /** Why the last change was not saved. */
  readonly refusal: Refusal | null
  /** Texts of waves that another user removed while this user changed them. */
  readonly lost: readonly WaveText[]
  readonly isBusy: boolean
  readonly read: () => void
  readonly add: (wave: WaveText) => Promise<void>
  /** Creates a lost wave again. */
  readonly restore: (wave: WaveText) => Promise<void>
  readonly change: (id: string, wave: WaveText, version: string | null) => Promise<WriteOutcome>
  readonly remove: (wave: SharedWave) => Promise<void>
  /** @returns whether all were moved */
  readonly move: (keys: readonly string[], wave: string | null) => Promise<boolean>
  /** @returns how many VMs and disks of the draft were left where they are; null where it could not be saved whole */
  readonly adopt: (draft: DraftPlan, listed: ReadonlySet<string>) => Promise<number | null>
}

/** The waves of the tenant, as far as this user may see them, and how to change them. */
export function useWaves(): Waves {
  const { data, error, refetch } = useNotes()
  const { write, noteAll } = useNoteWriter()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // By the id of the wave that is gone: a text that is still being typed is refused more than once.
  const [lost, setLost] = useState<ReadonlyMap<string, WaveText>>(new Map())
  const [busy, setBusy] = useState(0)
  const plan = useMemo(() => (data === undefined || data.failure !== null ? noPlan : planOf(data)), [data])
  const noted = <T extends WriteOutcome>(outcome: T): T => {
    setRefusal(outcome.kind === 'saved' ? null : outcome)
    return outcome
  }
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    setBusy((count) => count + 1)
    const result = await work()
    setBusy((count) => count - 1)
    return result
  }
  const create = (wave: WaveText, id: string = crypto.randomUUID()) =>
    write({ kind: 'wave', id, change: { version: null, ...wave } })
  const move = async (keys: readonly string[], wave: string | null): Promise<boolean> => {
    const { outcome } = await noteAll({ kind: 'member', wave }, keys)
    return noted(outcome).kind === 'saved'
  }
  const adopt = async (draft: DraftPlan, listed: ReadonlySet<string>): Promise<number | null> => {
    const { waves, skipped } = adoptionsOf(draft, plan, listed)
    for (const { wave, keys } of waves) {
      const id = crypto.randomUUID()
      if (noted(await create(wave, id)).kind !== 'saved' || !(await move(keys, id))) return null
    }
    return skipped
  }
  return {
    plan,
    unread: unreadOf(data, error),
    isWhole: data?.complete === true && error === null,
    refusal,
    lost: [...lost.values()],
    isBusy: busy > 0,
    read: () => void refetch(),
    add: async (wave) => void noted(await create(wave)),
    restore: async (wave) => {
      if (noted(await create(wave)).kind === 'saved')
        setLost((all) => new Map([...all].filter(([, each]) => each !== wave)))
    },
    change: async (id, wave, version) => {
      const outcome = await write({ kind: 'wave', id, change: { version, ...wave } })
      if (isRefusedBy(outcome, 'not-found')) setLost((all) => new Map(all).set(id, wave))
      return outcome
    },
    remove: async ({ id, version }) => void noted(await write({ kind: 'end-wave', id, version })),
    move: (keys, wave) => during(() => move(keys, wave)),
    adopt: (draft, listed) => during(() => adopt(draft, listed)),
  }
}

function unreadOf(data: ReturnType<typeof useNotes>['data'], error: Error | null): Waves['unread'] {
  if (data === undefined) return error === null ? 'loading' : problemOf(error)
  return data.failure === null ? null : unreadBy(data.failure)
}
