'use client'

import { GitCompareArrows } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { Banner } from '@/components/ui/banner'
import type { Changes } from './use-recheck'

/** What the second reading found changed, announced when it arrives. */
export function ChangesBanner({ changes, words }: { readonly changes: Changes; readonly words: Remedies }) {
  const t = useTranslations('troubleshoot.changed')
  const states = useTranslations('states.state')
  const said = [
    ...(changes.state === null
      ? []
      : [t('state', { before: states(changes.state.before), after: states(changes.state.after) })]),
    ...(changes.message ? [t('message')] : []),
    ...changes.gone.map((kind) => t('gone', { problem: words.problems[kind].title })),
    ...changes.came.map((kind) => t('came', { problem: words.problems[kind].title })),
  ]
  return (
    <Banner icon={<GitCompareArrows size={16} aria-hidden />} title={t('title')} announce>
      {said.length === 0 ? t('nothing') : said.join(' ')}
    </Banner>
  )
}
