'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { useSession } from '@/components/providers/session-context'
import type { FleetModel } from '@/lib/views/fleet-model'
import { newestObservation, visitsAfter, type Visits } from '@/lib/views/visit'

const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))
const visitsSchema = z.object({ last: z.nullable(time), seen: time })

/** Storage can be disabled or contain foreign data; then every visit is the first. */
function remembered(key: string): Visits | null {
  try {
    const parsed = visitsSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function remember(key: string, visits: Visits): void {
  try {
    localStorage.setItem(key, JSON.stringify(visits))
  } catch {
    // Ignored: storing the visit is optional.
  }
}

/**
 * When this user last visited with this account on this device. Stored in the browser: a server that records visits
 * would collect more about users than it needs.
 * @returns the end of the last visit, ISO, or null; and a function that dismisses it
 */
export function useLastVisit(fleet: FleetModel): readonly [string | null, () => void] {
  const { tenantId, account } = useSession()
  const key = `sealwatch.visit.${account?.homeAccountId ?? ''}.${tenantId}`
  // Only after the load: rows that still arrive would count as new changes.
  const newest = useMemo(
    () => (fleet.settledAt === null ? null : newestObservation(fleet.entries)),
    [fleet.settledAt, fleet.entries],
  )
  const [dismissed, setDismissed] = useState<string | null>(null)
  const visits = useMemo(() => (newest === null ? null : visitsAfter(remembered(key), newest)), [key, newest])
  useEffect(() => {
    if (visits !== null) remember(key, visits)
  }, [key, visits])
  const dismiss = useCallback(() => {
    if (visits === null) return
    remember(key, { ...visits, last: null })
    setDismissed(visits.last)
  }, [key, visits])
  const last = visits?.last ?? null
  return [last === dismissed ? null : last, dismiss]
}
