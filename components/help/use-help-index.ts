'use client'

import { useEffect, useState } from 'react'
import type { Language } from '@/lib/i18n/languages'
import { openIndex, type HelpIndex } from '@/lib/search/find'

const opened = new Map<Language, Promise<HelpIndex>>()

function load(language: Language): Promise<HelpIndex> {
  const known = opened.get(language)
  if (known !== undefined) return known
  const index = fetch(`/help/search/${language}`).then(async (response) => {
    if (!response.ok) throw new Error(`The index of Help answered ${response.status}`)
    return openIndex(await response.text())
  })
  opened.set(language, index)
  // A failed download is removed, so that the next use tries again.
  index.catch(() => opened.delete(language))
  return index
}

interface Loaded {
  readonly language: Language
  readonly index: HelpIndex | null
}

/**
 * The index of Help, loaded on first use.
 * @param language Null without a query.
 * @returns Undefined while it loads or without a query, null when loading failed.
 */
export function useHelpIndex(language: Language | null): HelpIndex | null | undefined {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    if (language === null) return
    const state = { current: true }
    const settle = (index: HelpIndex | null) => {
      if (state.current) setLoaded({ language, index })
    }
    load(language).then(settle, () => settle(null))
    return () => {
      state.current = false
    }
  }, [language])
  return loaded?.language === language ? loaded.index : undefined
}
