'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Language } from '@/lib/i18n/languages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import type { Remedies } from '@/lib/i18n/remedies/types'

interface Loaded {
  readonly language: Language
  readonly remedies: Remedies | null
}

/**
 * The texts of guided troubleshooting in the user's language; loaded on first use. Undefined while they load, null when
 * loading failed.
 */
export function useRemedies(): Remedies | null | undefined {
  const language = useLocale()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    const state = { current: true }
    const settle = (remedies: Remedies | null) => {
      if (state.current) setLoaded({ language, remedies })
    }
    loadRemedies(language).then(settle, () => settle(null))
    return () => {
      state.current = false
    }
  }, [language])
  return loaded?.language === language ? loaded.remedies : undefined
}
