'use client'

import { useLocale, useTranslations } from 'next-intl'
import { StateChip } from '@/components/state/state-chip'
import { formatItems, formatTime } from '@/lib/i18n/format'
import { namesOf } from '@/lib/views/fleet-view'
import { ReportSection, ReportTable } from './report-section'
import type { ReportFacts } from './use-report'

/** Most VMs in the table: browsers lay out and print so many in seconds. */
const most = 2000

/** Every VM with its state and the time of its evidence, once the load has ended: rows would move on every event. */
export function VmsPart({ report: { entries, view } }: { readonly report: ReportFacts }) {
  const t = useTranslations('report.list')
  const volume = useTranslations('states.volume')
  const data = useTranslations('states.data')
  const language = useLocale()
  const { kind, reach } = view.fleetRead
  if (reach === 'none' || entries.length === 0) return null
  const names = namesOf(view.query.fleet.subscriptions)
  if (kind === 'loading')
    return (
      <ReportSection title={t('title')}>
        <p className="text-text-2">{t('loading')}</p>
      </ReportSection>
    )
  return (
    <ReportSection title={t('title')} hint={t('hint')}>
      <ReportTable
        label={t('title')}
        columns={[t('vm'), t('place'), t('state'), t('os'), t('data'), t('readAt')]}
        texts={6}
        rows={entries.slice(0, most).map((entry) => ({
          key: entry.key,
          cells: [
            <span key="name" dir="ltr" className="wrap-anywhere">
              {entry.name}
            </span>,
            <span key="place" dir="ltr">
              {formatItems(language, [
                names.get(entry.subscriptionId.toLowerCase()) ?? entry.subscriptionId,
                entry.resourceGroup,
              ])}
            </span>,
            <StateChip key="state" state={entry.state} />,
            volume(entry.os),
            data(entry.data.state),
            entry.evidenceAt === null ? t('notRead') : formatTime(language, entry.evidenceAt),
          ],
        }))}
        total={[t(reach === 'all' ? 'total' : 'least', { count: entries.length }), null, null, null, null, null]}
      />
      {entries.length > most && <p>{t('cut', { shown: most, total: entries.length })}</p>}
    </ReportSection>
  )
}
