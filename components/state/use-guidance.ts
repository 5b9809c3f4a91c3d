'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { isGuidedKind } from '@/lib/i18n/guidance/kinds'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import type { Guidance } from '@/lib/i18n/guidance/types'

/**
 * Guidance for a kind of message, in the user's language; loaded on first use. Undefined while it loads, null for a
 * kind without guidance or when loading failed.
 */
export function useGuidance(kind: string | null): Guidance | null | undefined {
  const language = useLocale()
  const [loaded, setLoaded] = useState<{ readonly for: string; readonly guidance: Guidance | null } | null>(null)
  const key = kind === null || !isGuidedKind(kind) ? null : `${language} ${kind}`
  useEffect(() => {
    if (kind === null || !isGuidedKind(kind)) return
    const state = { current: true }
    const settle = (guidance: Guidance | null) => {
      if (state.current) setLoaded({ for: `${language} ${kind}`, guidance })
    }
    loadGuidance(language).then(
      (all) => settle(all[kind]),
      () => settle(null),
    )
    return () => {
      state.current = false
    }
  }, [kind, language])
  if (key === null) return null
  return loaded?.for === key ? loaded.guidance : undefined
}
