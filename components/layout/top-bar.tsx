'use client'

import { Search } from 'lucide-react'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { SlotPlace } from '@/components/providers/frame-slots'
import { useSession } from '@/components/providers/session-context'
import { classNames } from '@/components/ui/class-names'
import { buttonStyle } from '@/components/ui/button-style'
import { IconButton } from '@/components/ui/icon-button'
import { KeyHint } from '@/components/ui/key-hint'
import { oneStop } from '@/components/ui/one-stop'
import { useShortcut } from '@/components/ui/use-shortcut'
import { AccountMenu } from './account-menu'
import { AppearanceMenu } from './appearance'
import { LanguageMenu } from './language-menu'
import { Logo } from './logo'
import { NarrowMenu } from './narrow-menu'
import type { BarProps } from './places'
import { ScopeMenu } from './scope-menu'
import { SearchBox } from './search-box'

/** The search of the bar: always shown in wide windows, in a separate row in narrow ones. */
function useSearch() {
  const place = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(false)
  const [asked, setAsked] = useState(0)
  const focus = useCallback(() => {
    setShown(true)
    setAsked((before) => before + 1)
  }, [])
  // The field can take the focus only after it is rendered.
  useEffect(() => {
    if (asked > 0) place.current?.querySelector('input')?.focus()
  }, [asked])
  useShortcut('/', focus)
  useEffect(() => {
    const element = place.current
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || event.key === 'Enter') setShown(false)
    }
    element?.addEventListener('keydown', close)
    return () => element?.removeEventListener('keydown', close)
  }, [])
  return { place, shown, toggle: () => (shown ? setShown(false) : focus()) }
}

function Rule() {
  return <span aria-hidden className="mx-1 hidden h-5 w-px bg-line narrow:block" />
}

/** Name, tenant, search, palette, freshness, language, appearance, account. */
export function TopBar({ places, onPalette }: BarProps) {
  const t = useTranslations('frame')
  const pathname = usePathname()
  const { status } = useSession()
  const search = useSearch()
  const here = places.find((place) => place.holds(pathname))
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-surface print:hidden">
      <div
        className={classNames(
          'relative flex min-h-12 items-center gap-1 px-1 narrow:h-12 narrow:flex-nowrap narrow:px-2 medium:pl-0',
          search.shown && 'flex-wrap',
        )}
      >
        <NarrowMenu places={places} onPalette={onPalette} />
        {/* The first place of rail and menu is the same link: it is no stop of its own. */}
        <NextLink
          href="/"
          prefetch={false}
          tabIndex={-1}
          aria-label={t('product')}
          className="flex min-h-8 items-center rounded-control"
        >
          <span className="hidden w-20 justify-center medium:flex">
            <Logo />
          </span>
          <span className={classNames('text-section font-semibold', here !== undefined && 'hidden narrow:inline')}>
            {t('product')}
          </span>
        </NextLink>
        {here !== undefined && (
          <span aria-hidden className="text-section font-semibold narrow:hidden">
            {t(`place.${here.key}`)}
          </span>
        )}
        <div className="hidden min-w-0 items-center narrow:flex">
          {status === 'signed-in' && <Rule />}
          <ScopeMenu />
        </div>
        <span className="flex-1" />
        <div
          ref={search.place}
          className={classNames(
            'narrow:block narrow:w-64 narrow:p-0 wide:w-[19rem]',
            search.shown ? 'order-last basis-full px-1 pb-2 narrow:order-none narrow:basis-auto' : 'hidden',
          )}
        >
          <SlotPlace name="search">
            <SearchBox />
          </SlotPlace>
        </div>
        <div ref={oneStop} role="toolbar" aria-label={t('tools')} className="flex min-w-0 items-center gap-1">
          <span className="hidden shrink-0 whitespace-nowrap medium:block">
            <button type="button" aria-haspopup="dialog" className={buttonStyle('quiet', 'small')} onClick={onPalette}>
              {t('palette.button')}
              <KeyHint keys={['Ctrl', 'K']} />
            </button>
          </span>
          <SlotPlace name="freshness" className="flex min-w-0 items-center px-1 narrow:px-2" />
          {status === 'signed-in' && (
            <IconButton
              label={t('search')}
              className="narrow:hidden"
              icon={<Search size={18} aria-hidden />}
              aria-expanded={search.shown}
              onClick={search.toggle}
            />
          )}
          <div className="hidden items-center gap-0.5 narrow:flex">
            <Rule />
            <LanguageMenu />
            <AppearanceMenu />
            <AccountMenu />
          </div>
        </div>
      </div>
      <SlotPlace name="progress" className="absolute inset-x-0 top-full -mt-px h-0" />
    </header>
  )
}
