'use client'

import { BookOpen, Contrast, Download, Languages, LogOut, RefreshCw, Search, Server, Settings } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { use, useDeferredValue, useMemo, type ReactNode } from 'react'
import { wordsOf } from '@/components/help/article-words'
import { useHelpIndex } from '@/components/help/use-help-index'
import { pageActions } from '@/components/providers/page-actions'
import { useSession } from '@/components/providers/session-context'
import { useIsAdministrator } from '@/components/queries/use-session-rights'
import { useKeptFleet } from '@/components/queries/use-kept-fleet'
import { GuidedText } from '@/components/state/guided-text'
import { useRemedies } from '@/components/state/use-remedies'
import { vmPagePath } from '@/lib/contract/vm-reference'
import { themes } from '@/lib/i18n/themes'
import { articlePath, idOf } from '@/lib/search/articles'
import { findArticles, indexLanguage } from '@/lib/search/find'
import { matchesWords, namedLike } from '@/lib/views/palette'
import { AppearanceContext } from './appearance'
import { languageOptions, useLanguageChoice } from './language-menu'
import type { Place } from './places'

export interface PaletteItem {
  /** Unique in the whole palette. */
  readonly id: string
  readonly label: ReactNode
  readonly hint: string | null
  readonly icon: ReactNode
  readonly run: () => void
}

export interface PaletteGroup {
  readonly key: 'vms' | 'pages' | 'actions' | 'help' | 'search'
  readonly label: string
  readonly items: readonly PaletteItem[]
}

/** More VMs and articles than these are found by more letters. */
const mostVms = 8
const mostArticles = 6
/** One letter matches nearly every article. */
const leastLetters = 2

const small = { size: 16, 'aria-hidden': true } as const

interface Named extends PaletteItem {
  readonly label: string
}

/** VMs of the fleet that this browser has loaded. */
function useVms(text: string): readonly PaletteItem[] {
  const router = useRouter()
  const { status, tenantId } = useSession()
  const { fleet } = useKeptFleet()
  const { entries } = fleet
  const found = useMemo(() => namedLike(entries, text, mostVms), [entries, text])
  if (status !== 'signed-in') return []
  return found.map((vm) => ({
    id: `vm ${vm.key}`,
    label: vm.name,
    hint: vm.resourceGroup,
    icon: <Server {...small} />,
    run: () => router.push(vmPagePath(vm, fleet.tenantId ?? tenantId)),
  }))
}

/** The search of the fleet, for VMs that are not loaded here. */
function useSearch(text: string): readonly PaletteItem[] {
  const t = useTranslations('frame.palette')
  const router = useRouter()
  const { status } = useSession()
  if (status !== 'signed-in' || text === '') return []
  return [
    {
      id: 'search',
      label: t('searchFleet', { text }),
      hint: null,
      icon: <Search {...small} />,
      run: () => router.push(`/?q=${encodeURIComponent(text)}`),
    },
  ]
}

function usePages(places: readonly Place[]): readonly Named[] {
  const t = useTranslations('frame')
  const router = useRouter()
  const page = (key: string, label: string, icon: ReactNode, href: string): Named => ({
    id: `page ${key}`,
    label,
    hint: null,
    icon,
    run: () => router.push(href),
  })
  return [
    ...places.map(({ key, href, icon: Icon }) => page(key, t(`place.${key}`), <Icon {...small} />, href)),
    ...(useIsAdministrator() ? [page('admin', t('account.admin'), <Settings {...small} />, '/admin')] : []),
  ]
}

const pageButtons = [
  { name: 'refresh', icon: <RefreshCw {...small} /> },
  { name: 'export', icon: <Download {...small} /> },
] as const

function useActions(): readonly Named[] {
  const t = useTranslations('frame')
  const { status, signOut } = useSession()
  const { language, change } = useLanguageChoice()
  const appearance = use(AppearanceContext)
  const offered = pageActions()
  const action = (id: string, label: string, icon: ReactNode, run: () => void): Named => ({
    id: `action ${id}`,
    label,
    hint: null,
    icon,
    run,
  })
  return [
    ...pageButtons.flatMap(({ name, icon }) => {
      const run = offered.get(name)
      return run === undefined ? [] : [action(name, t(`palette.${name}`), icon, run)]
    }),
    ...themes
      .filter((theme) => appearance !== null && theme !== appearance.theme)
      .map((theme) =>
        action(`theme ${theme}`, `${t('theme.label')}: ${t(`theme.${theme}`)}`, <Contrast {...small} />, () =>
          appearance?.setTheme(theme),
        ),
      ),
    ...languageOptions
      .filter(({ value }) => value !== language)
      .map(({ value, label }) =>
        action(`language ${value}`, `${t('language')}: ${label}`, <Languages {...small} />, () => change(value)),
      ),
    ...(status === 'signed-in'
      ? [action('sign-out', t('account.signOut'), <LogOut {...small} />, () => void signOut())]
      : []),
  ]
}

/** Articles of Help; index and titles are loaded with the first letters. */
function useArticles(text: string): readonly PaletteItem[] {
  const router = useRouter()
  const isAsked = text.length >= leastLetters
  const index = useHelpIndex(isAsked ? indexLanguage(text) : null)
  const words = useRemedies()
  return useMemo(() => {
    if (!isAsked || index === undefined || index === null || words === undefined || words === null) return []
    return findArticles(index, text)
      .flatMap((article) => {
        const [path, shown] = [articlePath(article), wordsOf(article, words)]
        if (path === null || shown === null) return []
        const run = () => router.push(path)
        return [
          {
            id: `help ${idOf(article)}`,
            label: <GuidedText text={shown.title} />,
            hint: null,
            icon: <BookOpen {...small} />,
            run,
          },
        ]
      })
      .slice(0, mostArticles)
  }, [isAsked, index, words, text, router])
}

/** What the palette offers for a text; groups without entries are left out. */
export function usePaletteGroups(typed: string, places: readonly Place[]): readonly PaletteGroup[] {
  const t = useTranslations('frame')
  const text = useDeferredValue(typed.trim())
  const vms = useVms(text)
  const articles = useArticles(text)
  const search = useSearch(text)
  const named = (items: readonly Named[]) => items.filter(({ label }) => matchesWords(label, text))
  const groups: readonly PaletteGroup[] = [
    { key: 'vms', label: t('palette.vms'), items: vms },
    { key: 'pages', label: t('palette.pages'), items: named(usePages(places)) },
    { key: 'actions', label: t('palette.actions'), items: named(useActions()) },
    { key: 'help', label: t('place.help'), items: articles },
    { key: 'search', label: t('place.fleet'), items: search },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
