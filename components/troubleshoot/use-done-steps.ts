'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { useSession } from '@/components/providers/session-context'
import type { Problem, Step } from '@/lib/contract/troubleshoot'

/** Lists for one user in this browser: a small limit, because the storage is shared with everything else. */
const most = 200

const listSchema = z.object({
  /** ARM id in lower case and problem. */
  of: z.string(),
  /** Since when the VM is in its state; null where the history does not know. */
  since: z.nullable(z.string()),
  steps: z.array(z.string()),
})
const listsSchema = z.array(listSchema).check(z.maxLength(most))
type DoneList = z.infer<typeof listSchema>

/**
 * The start of a state is known to a second or so: each reading dates it by its own estimate of Azure's clock. No VM leaves
 * a state and returns to it within this time.
 */
const toleranceMs = 60_000

/** Whether both are the start of the same stay in a state, as far as is known. */
const isSame = (one: string | null, other: string | null): boolean =>
  one === null || other === null || Math.abs(Date.parse(one) - Date.parse(other)) <= toleranceMs

/** Storage can be disabled or contain foreign data; then nothing is ticked. */
function recall(key: string): readonly DoneList[] {
  try {
    const parsed = listsSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

function remember(key: string, lists: readonly DoneList[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(lists))
  } catch {
    // Ignored: the ticks hold while the page is open.
  }
}

export interface DoneSteps {
  readonly isDone: (step: Step['kind']) => boolean
  readonly tick: (step: Step['kind'], done: boolean) => void
}

/**
 * The steps that the user ticked for one problem of one VM, stored in this browser for this user. They count only for
 * the state in which they were ticked: when the VM fails again, the steps have to be taken again.
 * @param since since when the VM is in its state, ISO; null where the history does not know
 */
export function useDoneSteps(vmId: string, problem: Problem['kind'], since: string | null): DoneSteps {
  const { cloud, tenantId, account } = useSession()
  const key = `sealwatch.steps.${cloud}.${tenantId}.${account?.homeAccountId ?? ''}`
  const of = `${vmId.toLowerCase()} ${problem}`
  const [changed, setChanged] = useState<{ readonly key: string; readonly lists: readonly DoneList[] } | null>(null)
  const lists = changed?.key === key ? changed.lists : recall(key)
  const found = lists.find((list) => list.of === of && isSame(list.since, since))
  const steps = found?.steps ?? []
  return {
    isDone: (step) => steps.includes(step),
    tick: (step, done) => {
      const others = steps.filter((each) => each !== step)
      const own = { of, since, steps: done ? [...others, step] : others }
      // Another tab may have written meanwhile. The list that was changed last comes first; the oldest are dropped.
      const next = [own, ...recall(key).filter((list) => list.of !== of)]
        .filter((list) => list.steps.length > 0)
        .slice(0, most)
      remember(key, next)
      setChanged({ key, lists: next })
    },
  }
}
