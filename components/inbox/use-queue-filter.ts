'use client'

import { useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { useSession } from '@/components/providers/session-context'
import type { Acknowledging } from '@/components/notes/use-acknowledgement'
import { acknowledgeableOf } from '@/lib/views/acknowledgement'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { needsAction } from '@/lib/views/fleet-counts'

const rememberedSchema = z.object({ since: z.nullable(z.iso.datetime()), open: z.boolean() })
type Remembered = z.infer<typeof rememberedSchema>
const everything: Remembered = { since: null, open: false }

/** Storage can be disabled or contain foreign data; then nothing is hidden. */
function recall(key: string): Remembered {
  try {
    const parsed = rememberedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : everything
  } catch {
    return everything
  }
}

function remember(key: string, value: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Ignored: it holds while the page is open.
  }
}

export interface QueueFilter extends Remembered {
  readonly change: (changed: Partial<Remembered>) => void
  readonly entries: readonly FleetEntry[]
  /** VMs that need an action and are not in `entries`. */
  readonly hidden: { readonly older: number; readonly acknowledged: number }
}

/**
 * The VMs of the queue that are new since a moment, or not acknowledged; stored in this browser for this user. A VM whose
 * first detection is not known, or whose acknowledgement could not be read, is never hidden.
 */
export function useQueueFilter(all: readonly FleetEntry[], { of }: Acknowledging, isUsed: boolean): QueueFilter {
  const { cloud, tenantId, account } = useSession()
  const key = `sealwatch.shift.${cloud}.${tenantId}.${account?.homeAccountId ?? ''}`
  const [changed, setChanged] = useState<{ readonly key: string; readonly value: Remembered } | null>(null)
  const stored = useMemo(() => (isUsed ? recall(key) : everything), [key, isUsed])
  const { since, open } = changed?.key === key ? changed.value : stored
  const after = since === null ? null : Date.parse(since)
  const needing = after === null && !open ? [] : needsAction(all)
  const isOlder = ({ history }: FleetEntry) =>
    after !== null && history !== null && Date.parse(history.firstSeen) < after
  const isDone = (entry: FleetEntry) => open && of(acknowledgeableOf(entry)) !== null
  const older = new Set(needing.filter(isOlder))
  const done = new Set(needing.filter((entry) => !older.has(entry) && isDone(entry)))
  const isHidden = older.size + done.size > 0
  return {
    since,
    open,
    change: (part) => {
      const value = { since, open, ...part }
      setChanged({ key, value })
      remember(key, value)
    },
    entries: isHidden ? all.filter((entry) => !older.has(entry) && !done.has(entry)) : all,
    hidden: { older: older.size, acknowledged: done.size },
  }
}
