'use client'

import dynamic from 'next/dynamic'
import type { Language } from '@/lib/i18n/languages'

/**
 * The Japanese font is thousands of characters in many files; only Japanese pages link their list. A client component
 * loads it on purpose: split off in a server component, its style sheets would be linked from every page.
 */
const JapaneseFont = dynamic(() => import('./japanese-font'))

export function LanguageFont({ language }: { readonly language: Language }) {
  return language === 'ja' ? <JapaneseFont /> : null
}
