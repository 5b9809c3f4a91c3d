'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { VmTimeline } from '@/lib/contract/timeline'
import { formatDuration } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import { showsFile } from '@/lib/shared/moment'

/** Which sources were read, which were denied, and what is missing: the timeline claims no more than they contain. */
export function SourcesCard({ timeline }: { readonly timeline: VmTimeline }) {
  const t = useTranslations('history.sources')
  const words = useTranslations('timeline')
  const language = useLocale()
  const { sources, machines, polling, unreadable, formerMachines, leftOut } = timeline
  const observations = machines.reduce((sum, { lanes }) => sum + lanes.vm.intervals.length, 0)
  const first = machines[0]
  const notes = [
    t('judged'),
    ...(showsFile()
      ? []
      : [
          t('polling', {
            moving: formatDuration(language, polling.movingMs),
            quiet: formatDuration(language, polling.quietMs),
          }),
        ]),
    ...(unreadable > 0 ? [t('unreadable', { count: unreadable })] : []),
    ...(leftOut > 0 ? [words('leftOut', { count: leftOut })] : []),
    ...(formerMachines.length > 0 ? [t('former', { count: formerMachines.length })] : []),
  ]
  return (
    <Card title={t('title')}>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 wrap-anywhere narrow:max-w-[44rem]">
        <dt>{t('observations')}</dt>
        <dd className="text-text-2">
          {first === undefined
            ? '–'
            : t('observationsOf', { count: observations, at: formatMoment(language, Date.parse(first.from), 'full') })}
        </dd>
        {sources.map(({ source, outcome, role }) => (
          <div key={source} className="contents">
            <dt>
              {t(`name.${source}`)}
              {role !== null && <span className="block text-meta text-text-2">{t('role', { role })}</span>}
            </dt>
            <dd className={outcome === 'denied' || outcome === 'failed' ? 'font-medium' : 'text-text-2'}>
              {t(`outcome.${outcome}`)}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="mt-2 text-meta text-text-2">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  )
}
