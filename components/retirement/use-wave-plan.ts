'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSession } from '@/components/providers/session-context'
import { noPlan, parsePlan, type WavePlan } from '@/lib/retirement/waves'

function remembered(key: string): WavePlan {
  try {
    return parsePlan(localStorage.getItem(key)) ?? noPlan
  } catch {
    return noPlan
  }
}

function remember(key: string, plan: WavePlan): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(plan))
    return true
  } catch {
    return false
  }
}

export interface KeptPlan {
  readonly plan: WavePlan
  readonly change: (next: WavePlan) => void
  /** False when this browser's storage is disabled. */
  readonly isKept: boolean
}

/**
 * This user's waves, in this cloud and tenant. Stored in the browser: a plan is the working paper of one user, it must
 * work without a history on the server, and so no name of a VM is stored where the user cannot delete it.
 */
export function useWavePlan(): KeptPlan {
  const { cloud, tenantId, account } = useSession()
  const key = `sealwatch.waves.${cloud}.${tenantId}.${account?.homeAccountId ?? ''}`
  const [changed, setChanged] = useState<{ readonly key: string; readonly plan: WavePlan } | null>(null)
  const [isKept, setKept] = useState(true)
  const kept = useMemo(() => remembered(key), [key])
  useEffect(() => {
    const hear = (event: StorageEvent) => {
      if (event.key === key) setChanged({ key, plan: parsePlan(event.newValue) ?? noPlan })
    }
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  }, [key])
  const change = useCallback(
    (plan: WavePlan) => {
      setChanged({ key, plan })
      setKept(remember(key, plan))
    },
    [key],
  )
  return { plan: changed?.key === key ? changed.plan : kept, change, isKept }
}
