'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemLinks } from '@/components/state/problem-links'
import { StateChip } from '@/components/state/state-chip'
import { Card } from '@/components/ui/card'
import { isDoubted } from '@/lib/diagnosis/advice'
import type { ExplainedSeveral } from '@/lib/diagnosis/text/explain-any'
import { listLimit } from '@/lib/facts/paste/recognise'
import { formatItems } from '@/lib/i18n/format'
import { repeatedVms } from '@/lib/views/repeated-vms'
import { ExplainResult, Lead } from './explain-result'

/** One VM of several: its verdict, and its evidence once the user opens it; drawing a hundred at once would be slow. */
function Judged({ position, ...one }: ExplainedSeveral['vms'][number]) {
  const { explained, troubleshooting } = one
  const t = useTranslations('explain')
  const [isOpen, setOpen] = useState(false)
  const { vm, state, diagnosis } = explained.explanation
  return (
    <li value={position} className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-3">
        <span dir="ltr" className="font-semibold wrap-anywhere">
          {vm.name ?? t('unnamed')}
        </span>
        <StateChip state={state} />
        {isDoubted(state, troubleshooting.problems, explained.isChanging) && <span className="text-text-2">(?)</span>}
      </div>
      <p>
        <Lead explained={explained} troubleshooting={troubleshooting} />
      </p>
      <ProblemLinks problems={diagnosis} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="prose-link cursor-pointer">{t('several.open')}</summary>
        {isOpen && (
          <div className="mt-3">
            <ExplainResult {...one} />
          </div>
        )}
      </details>
    </li>
  )
}

/** The verdict on each VM of a text by its name, in the order of the text, and what of the text was not judged. */
export function SeveralResult({ several }: { readonly several: ExplainedSeveral }) {
  const t = useTranslations('explain')
  const language = useLocale()
  const { vms, unreadable, leftOut, hasMore } = several
  const hasUnnamed = vms.some(({ explained }) => explained.explanation.vm.name === null)
  const repeated = repeatedVms(vms)
  const places = formatItems(language, unreadable.map(String))
  return (
    <section aria-label={t('result')} className="flex min-w-0 flex-col gap-4">
      <Card title={t('several.title')}>
        {repeated.undated.length > 0 && (
          <p>{t('several.repeated', { names: formatItems(language, repeated.undated) })}</p>
        )}
        {repeated.dated.length > 0 && (
          <p>{t('several.repeatedDated', { names: formatItems(language, repeated.dated) })}</p>
        )}
        {hasUnnamed && <p className="text-text-2">{t('several.unnamed')}</p>}
        <ol className="flex list-decimal flex-col pl-6">
          {vms.map((vm) => (
            <Judged key={vm.position} {...vm} />
          ))}
        </ol>
        {unreadable.length > 0 && <p className="mt-3">{t('several.unreadable', { places })}</p>}
        {leftOut > 0 && <p className="mt-3">{t('several.leftOut', { count: leftOut, limit: listLimit })}</p>}
        {hasMore && <p className="mt-3">{t('several.hasMore')}</p>}
      </Card>
    </section>
  )
}
