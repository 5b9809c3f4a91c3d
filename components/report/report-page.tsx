'use client'

import { Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMounted } from '@/components/data-table/measures'
import { useSession } from '@/components/providers/session-context'
import { useNow } from '@/components/state/now'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { formatTime } from '@/lib/i18n/format'
import { CausesPart, RetirementPart, StatesPart } from './report-parts'
import { useReport, type ReportFacts } from './use-report'

/** Whose rights, which filter, how old and how complete: without these the numbers mean nothing. */
function Head({ report }: { readonly report: ReportFacts }) {
  const t = useTranslations('report.facts')
  const language = useLocale()
  const now = useNow()
  const { account, tenantId } = useSession()
  const { fleet } = report.view.query
  const { counts, filter, oldest } = report
  const time = (iso: string | null) => (iso === null ? t('none') : formatTime(language, iso))
  const nothingMissing = fleet.gaps.length + counts.notRead === 0
  return (
    <Facts
      facts={[
        { key: 'made', label: t('made'), value: now === null ? '' : time(new Date(now).toISOString()) },
        { key: 'by', label: t('by'), value: <span dir="ltr">{account?.username}</span> },
        { key: 'tenant', label: t('tenant'), value: <span dir="ltr">{fleet.tenantId ?? tenantId}</span> },
        { key: 'filter', label: t('filter'), value: filter === '' ? t('noFilter') : <span dir="ltr">{filter}</span> },
        { key: 'vms', label: t('vms'), value: t('vmsOf', { rows: counts.total, all: fleet.entries.length }) },
        { key: 'oldest', label: t('oldest'), value: time(oldest) },
        {
          key: 'gaps',
          label: t('gaps'),
          value: nothingMissing ? t('gapsNone') : t('gapsSome', { parts: fleet.gaps.length, vms: counts.notRead }),
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
      {report.view.query.fleet.settledAt === null && <p role="status">{t('soFar')}</p>}
      <Head report={report} />
      <StatesPart report={report} />
      <CausesPart report={report} />
      <RetirementPart report={report} />
    </>
  )
}

/** The fleet on paper: summary, states, causes and retirement, in the browser's print. */
export function ReportPage() {
  const t = useTranslations('report')
  const mounted = useMounted()
  return (
    <article className="mx-auto flex max-w-[61rem] flex-col gap-6 p-3 narrow:p-5 print:p-0">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <Button
          variant="ink"
          className="print:hidden"
          icon={<Printer size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </header>
      {mounted && <OpenReport />}
    </article>
  )
}
