'use client'

import { useState } from 'react'
import { useSession } from '@/components/providers/session-context'
import { parseDraft, type DraftPlan } from '@/lib/retirement/waves'

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export interface OldPlan {
  readonly draft: DraftPlan
  /** As it was stored. */
  readonly text: string
  readonly forget: () => void
}

/** The plan that earlier versions of Sealwatch stored in this browser for this user; null without one. */
export function useOldPlan(): OldPlan | null {
  const { cloud, tenantId, account } = useSession()
  const key = `sealwatch.waves.${cloud}.${tenantId}.${account?.homeAccountId ?? ''}`
  const [forgotten, setForgotten] = useState<string | null>(null)
  const text = forgotten === key ? null : read(key)
  const draft = parseDraft(text)
  if (text === null || draft === null || draft.waves.length === 0) return null
  return {
    draft,
    text,
    forget: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // Ignored: it could not be read either.
      }
      setForgotten(key)
    },
  }
}
