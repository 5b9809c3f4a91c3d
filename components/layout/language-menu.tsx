'use client'

import { Languages } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { chooseLanguage } from '@/components/providers/preferences'
import { Menu, MenuChoices } from '@/components/ui/menu'
import { languageNames, languages, type Language } from '@/lib/i18n/languages'

const shortNames: Readonly<Record<Language, string>> = { en: 'EN', ja: '日本語' }

/** Changes the language in place: open parts of the page stay open. */
export function useLanguageChoice() {
  const router = useRouter()
  const language = useLocale()
  const [changing, startTransition] = useTransition()
  const change = (next: Language) => {
    chooseLanguage(next)
    // A page of a site without a server has one language, and names its other one.
    const other = document.querySelector<HTMLLinkElement>(`link[rel="alternate"][hreflang="${next}"]`)
    if (other !== null) {
      window.location.assign(new URL(other.href).pathname + window.location.hash)
      return
    }
    startTransition(() => router.refresh())
  }
  return { language, change, changing }
}

export const languageOptions = languages.map((value) => ({ value, label: languageNames[value], lang: value }))

export function LanguageMenu() {
  const t = useTranslations('frame')
  const { language, change, changing } = useLanguageChoice()
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-busy={changing}
          className="flex min-h-8 items-center whitespace-nowrap gap-1.5 rounded-control px-1.5 text-meta text-text-2 hover:bg-hover hover:text-text"
        >
          <Languages size={16} strokeWidth={1.75} aria-hidden />
          <span className="sr-only">{t('language')}: </span>
          {shortNames[language]}
        </button>
      }
    >
      <MenuChoices label={t('language')} value={language} options={languageOptions} onChange={change} />
    </Menu>
  )
}
