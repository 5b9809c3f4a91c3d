'use client'

import { Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMounted } from '@/components/data-table/measures'
import { useSession } from '@/components/providers/session-context'
import { ReadingNote } from '@/components/retirement/reading-note'
import { useGapText } from '@/components/state/use-gap-text'
import { useNow } from '@/components/state/now'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { formatSentences, formatTime } from '@/lib/i18n/format'
import { groupGaps } from '@/lib/views/fleet-counts'
import { ReportHeadline } from './report-headline'
import { CausesPart, RetirementPart, StatesPart } from './report-parts'
import { VmsPart } from './vms-part'
import { useReport, type ReportFacts } from './use-report'

const dash = '–'

/**
 * When the report was created. The page's time advances every ten seconds, so a load can have ended since: a report is
 * never older than its data.
 */
export function madeAt(now: number, loadEndedAt: string | null): string {
  const ended = loadEndedAt === null ? now : Date.parse(loadEndedAt)
  return new Date(Math.max(now, ended)).toISOString()
}

/** User, filter, age and completeness: without these the numbers mean nothing. */
function Head({ report }: { readonly report: ReportFacts }) {
  const t = useTranslations('report.facts')
  const words = useTranslations('ui.completeness')
  const gapLine = useTranslations('ui.completeness.partial')
  const gapText = useGapText(Infinity)
  const language = useLocale()
  const now = useNow()
  const { account, tenantId } = useSession()
  const { fleet } = report.view.query
  const { counts, filter, oldest } = report
  const gaps = groupGaps(fleet)
  const missing = [
    ...gaps.map((gap) => gapLine('gap', { scope: gapText.scope(gap), cause: gapText.cause(gap) })),
    ...(counts.notRead > 0 ? [gapLine('vms', { count: counts.notRead })] : []),
  ]
  const time = (iso: string | null) => (iso === null ? t('none') : formatTime(language, iso))
  const { fleetRead } = report.view
  return (
    <Facts
      facts={[
        { key: 'made', label: t('made'), value: now === null ? '' : time(madeAt(now, fleet.load.endedAt)) },
        { key: 'by', label: t('by'), value: <span dir="ltr">{account?.username}</span> },
        { key: 'tenant', label: t('tenant'), value: <span dir="ltr">{fleet.tenantId ?? tenantId}</span> },
        { key: 'filter', label: t('filter'), value: filter === '' ? t('noFilter') : <span dir="ltr">{filter}</span> },
        {
          key: 'vms',
          label: t('vms'),
          value:
            fleetRead.reach === 'none'
              ? dash
              : t('vmsOf', {
                  rows: counts.total,
                  all: fleet.entries.length,
                  least:
                    fleetRead.reach === 'all' || (fleetRead.kind === 'partial' && gaps.length === 0) ? 'no' : 'yes',
                }),
        },
        { key: 'oldest', label: t('oldest'), value: fleetRead.reach === 'none' ? dash : time(oldest) },
        {
          key: 'gaps',
          label: t(missing.length === 0 ? 'completeness' : 'gaps'),
          value: missing.length === 0 ? words(`kind.${fleetRead.kind}`) : formatSentences(language, missing),
        },
      ]}
    />
  )
}

function OpenReport() {
  const t = useTranslations('report')
  const report = useReport()
  return (
    <>
      <p className="prose-body">{t('lead')}</p>
      <ReadingNote view={report.view} isEmpty={report.counts.total === 0} />
      <ReportHeadline report={report} />
      <Head report={report} />
      <StatesPart report={report} />
      <CausesPart report={report} />
      <RetirementPart report={report} />
      <VmsPart report={report} />
    </>
  )
}

/** The fleet for printing: summary, states, causes, retirement and every VM. */
export function ReportPage() {
  const t = useTranslations('report')
  const mounted = useMounted()
  return (
    <article className="mx-auto flex max-w-[61rem] flex-col gap-6 p-3 narrow:p-5 print:p-0 print:pt-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <Button variant="ink" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </header>
      {mounted && <OpenReport />}
    </article>
  )
}
