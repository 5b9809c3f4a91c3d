'use client'

import { CircleAlert, CircleDashed, ClockFading, EyeOff, LoaderCircle, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import NextLink from 'next/link'
import type { ReactNode } from 'react'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import { formatNumber, formatSentences } from '@/lib/i18n/format'
import {
  shownCount,
  type Completeness,
  type CompletenessKind,
  type Reach,
  type Trouble,
} from '@/lib/views/completeness'
import { showsFile } from '@/lib/shared/moment'
import { Age } from './age'
import type { GapGroup } from '@/lib/views/fleet-counts'
import { useGapText } from './use-gap-text'
import { useTroubleText } from './use-trouble-text'
import { useUnreadCause } from './use-unread-cause'

type Incomplete = Exclude<Completeness, { readonly kind: 'whole' }>

const icons: Readonly<Record<Exclude<CompletenessKind, 'whole'>, LucideIcon>> = {
  loading: LoaderCircle,
  partial: CircleDashed,
  denied: EyeOff,
  failed: CircleAlert,
  stale: ClockFading,
}

/** What happened, and what it means for the numbers on the screen. */
function useWords(
  trouble: Trouble | null,
  isListing: boolean,
): (shown: Incomplete, isEmpty: boolean) => { readonly title: ReactNode; readonly texts: readonly string[] } {
  const t = useTranslations('ui.completeness')
  const gapText = useGapText()
  const causeOf = useUnreadCause()
  const troubleTexts = useTroubleText(trouble, isListing)
  return (shown, isEmpty) => {
    switch (shown.kind) {
      case 'loading': {
        const progress = shown.of === null ? [] : [t('loading.progress', { read: shown.read, all: shown.of })]
        const list = shown.what === 'list' ? [t('loading.list')] : []
        return {
          title: t('loading.title'),
          texts: [...list, ...troubleTexts, ...progress, ...(shown.reach === 'none' ? [] : [t('minimum')])],
        }
      }
      case 'partial': {
        const gaps = shown.gaps.map((gap) => t('partial.gap', { scope: gapText.scope(gap), cause: gapText.cause(gap) }))
        const vms = shown.vms === 0 ? [] : [t('partial.vms', { count: shown.vms })]
        return {
          title: t('partial.title'),
          texts: [...(isEmpty ? [t('partial.nothing')] : [t('minimum')]), ...vms, ...gaps],
        }
      }
      case 'denied':
        return { title: t('denied.title'), texts: [t('denied.text')] }
      case 'failed': {
        const some = shown.reach === 'none' ? [] : [t('failed.some'), t('minimum')]
        return { title: t('failed.title'), texts: [causeOf(shown.failure), ...some] }
      }
      case 'stale': {
        const title = t.rich('stale.title', { age: () => <Age at={shown.at} style="sentence" /> })
        const cause = shown.failure === null ? [] : [causeOf(shown.failure)]
        const found = isEmpty && shown.reach === 'all' ? t('stale.nothing') : t('stale.text')
        return { title, texts: [...cause, found, ...(shown.reach === 'least' ? [t('minimum')] : [])] }
      }
    }
  }
}

export interface CompletenessNoteProps {
  readonly of: Completeness
  /** True when the screen has nothing to list: then this replaces the list, as a card. */
  readonly isEmpty: boolean
  /** Reads again; null when a retry is not possible. */
  readonly onRetry: (() => void) | null
  /** Missing parts in addition to those that the reading names. */
  readonly children?: ReactNode
}

/**
 * How much was read of what a screen shows: how far, what is missing and why, how old. Absent when everything was read:
 * only then may a screen say that there is nothing.
 */
export function CompletenessNote({ of, isEmpty, onRetry, children }: CompletenessNoteProps) {
  const t = useTranslations('ui')
  const language = useLocale()
  const wordsOf = useWords(of.kind === 'loading' ? of.trouble : null, of.kind === 'loading' && of.what === 'list')
  if (of.kind === 'whole') return null
  const { title, texts } = wordsOf(of, isEmpty)
  const Icon = icons[of.kind]
  // A file contains the same the next time.
  const retry = onRetry !== null && !showsFile() && of.kind !== 'loading' && (
    <Button size="small" onClick={onRetry}>
      {t('retry')}
    </Button>
  )
  if (!isEmpty && of.kind !== 'denied')
    return (
      <Banner announce icon={<Icon size={16} aria-hidden />} title={title} {...(retry !== false && { action: retry })}>
        {formatSentences(language, texts)} {children}
      </Banner>
    )
  return (
    <div role="status">
      <EmptyCard
        icon={<Icon size={20} aria-hidden />}
        title={title}
        actions={
          of.kind === 'denied' ? (
            <>
              {retry}
              <NextLink className="prose-link" href="/">
                {t('completeness.denied.help')}
              </NextLink>
            </>
          ) : (
            retry
          )
        }
      >
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {children}
      </EmptyCard>
    </div>
  )
}

export interface CountProps {
  readonly count: number
  /** How far the count can be trusted. */
  readonly reach: Reach
}

/** A count, or a dash when it is unknown. */
export function Count({ count, reach }: CountProps) {
  const t = useTranslations('ui')
  const language = useLocale()
  const shown = shownCount(count, reach)
  if (shown !== null) return formatNumber(language, shown)
  return (
    <>
      <span aria-hidden>–</span>
      <span className="sr-only">{t('notRead')}</span>
    </>
  )
}

/**
 * The completeness of a reading as lines of a file: its kind, and since when if it is not up to date; then what is
 * missing, every subscription by its name, and why.
 */
export function useCompletenessLines(): (
  of: Completeness,
  gaps: readonly GapGroup[],
) => readonly [kind: readonly (string | null)[], ...missing: (readonly (string | null)[])[]] {
  const t = useTranslations('ui.completeness')
  const gapText = useGapText(Infinity)
  const causeOf = useUnreadCause()
  return (of, gaps) => {
    const failure = of.kind === 'failed' || of.kind === 'stale' ? of.failure : null
    const isNamed = failure === null || gaps.some(({ code }) => code === failure.code)
    return [
      [t('label'), t(`kind.${of.kind}`), of.kind === 'stale' ? of.at : null],
      ...(isNamed ? [] : [[t('kind.failed'), null, causeOf(failure)]]),
      ...gaps.map((gap) => [t('kind.failed'), gapText.scope(gap), gapText.cause(gap)]),
    ]
  }
}
