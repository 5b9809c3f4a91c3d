'use client'

import NextLink from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { classNames } from '@/components/ui/class-names'
import { oneStopColumn } from '@/components/ui/one-stop'
import { NeedsBadge } from './needs-badge'
import type { Place } from './places'

const badgeId = 'needs-badge'

/** The left rail of wide windows: icon over label, the current place with a bar at its leading edge. */
export function Rail({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('frame')
  const pathname = usePathname()
  const router = useRouter()
  const { status } = useSession()
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="sticky top-12 hidden h-[calc(100dvh-3rem)] w-20 shrink-0 self-start overflow-y-auto border-r border-line bg-surface pt-2 medium:block print:hidden"
    >
      <ul ref={oneStopColumn} className="flex flex-col gap-1">
        {places.map(({ key, href, icon: Icon, holds }) => {
          const current = holds(pathname)
          const hasBadge = key === 'needs' && status === 'signed-in'
          return (
            <li key={key} className="relative px-1.5">
              {current && <span aria-hidden className="absolute inset-y-2 left-0 w-[3px] rounded-r-track bg-ink" />}
              {/* A page is fetched when the pointer or the focus comes near: all of them at the start would keep the
                  server, and the connections to it, from the first rows. */}
              <NextLink
                href={href}
                prefetch={false}
                onPointerEnter={() => router.prefetch(href)}
                onFocus={() => router.prefetch(href)}
                {...(current ? { 'aria-current': 'page' as const } : {})}
                {...(hasBadge ? { 'aria-describedby': badgeId } : {})}
                className={classNames(
                  'flex min-h-12 flex-col items-center justify-center gap-1 rounded-control px-1 py-1.5 text-center text-label [word-break:auto-phrase]',
                  current ? 'bg-selected font-semibold text-text' : 'text-text-2 hover:bg-hover hover:text-text',
                )}
              >
                <Icon size={18} strokeWidth={1.75} aria-hidden />
                {t(`place.${key}`)}
              </NextLink>
              {hasBadge && <NeedsBadge id={badgeId} />}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
