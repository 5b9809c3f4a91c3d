'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Count } from '@/components/state/completeness'
import { StateChip } from '@/components/state/state-chip'
import { useNow } from '@/components/state/now'
import { useRemedies } from '@/components/state/use-remedies'
import { vmStates } from '@/lib/contract/codes'
import { formatDay, formatItems, formatPercent } from '@/lib/i18n/format'
import { blockerKinds, blockerOutcomes, migrationClasses, retirementDay } from '@/lib/retirement/codes'
import { countByClass, daysLeft } from '@/lib/retirement/plan'
import { shownCount } from '@/lib/views/completeness'
import { problemsOf } from '@/lib/views/inbox'
import { ReportSection, ReportTable } from './report-section'
import type { ReportFacts } from './use-report'

const examples = 3

/** Number of VMs per state; every state, including zeros. */
export function StatesPart({ report: { counts, view } }: { readonly report: ReportFacts }) {
  const t = useTranslations('report.states')
  const meanings = useTranslations('states.meaning')
  const language = useLocale()
  const { fleetRead } = view
  const { reach } = fleetRead
  // A listed VM that was not read is in the total; one of a subscription that was not read is not.
  const isWhole = reach === 'all' || (fleetRead.kind === 'partial' && fleetRead.gaps.length === 0)
  const share = (count: number) =>
    counts.total === 0 || shownCount(count, reach) === null
      ? '–'
      : formatPercent(language, (count / counts.total) * 100)
  return (
    <ReportSection title={t('title')} hint={t('hint')}>
      <ReportTable
        label={t('title')}
        columns={[t('state'), t('meaning'), t('vms'), t(isWhole ? 'share' : 'shareOfRead')]}
        texts={2}
        rows={vmStates.map((state) => ({
          key: state,
          cells: [
            <StateChip key="state" state={state} />,
            meanings(state),
            <Count key="count" count={counts.byState[state]} reach={reach} />,
            share(counts.byState[state]),
          ],
        }))}
        total={[
          t(isWhole ? 'total' : 'totalRead'),
          null,
          <Count key="count" count={counts.total} reach={reach} />,
          share(counts.total),
        ]}
      />
    </ReportSection>
  )
}

/** Problems, the most frequent first. */
export function CausesPart({ report: { entries, view } }: { readonly report: ReportFacts }) {
  const t = useTranslations('report.causes')
  const words = useRemedies()
  const language = useLocale()
  const groups = problemsOf(entries)
  if (words === undefined || words === null) return null
  return (
    <ReportSection title={t('title')} hint={t('hint')}>
      {groups.length === 0 ? (
        <p>
          {t(view.fleetRead.kind === 'whole' ? 'none' : view.fleetRead.reach === 'none' ? 'nothingRead' : 'notKnown')}
        </p>
      ) : (
        <ReportTable
          label={t('title')}
          columns={[t('problem'), t('examples'), t('vms')]}
          texts={2}
          rows={groups.map(({ key, problem, entries: vms }) => ({
            key,
            cells: [
              problem === null ? '' : words.problems[problem].title,
              <span key="names" dir="ltr">
                {formatItems(
                  language,
                  vms.slice(0, examples).map(({ name }) => name),
                )}
              </span>,
              vms.length,
            ],
          }))}
          total={null}
        />
      )}
    </ReportSection>
  )
}

/** The ways to leave Azure Disk Encryption, with the VMs in each and how certain that is. */
export function RetirementPart({ report: { items, view } }: { readonly report: ReportFacts }) {
  const t = useTranslations('report.retirement')
  const words = useTranslations('retirement')
  const language = useLocale()
  const now = useNow()
  const { reach } = view
  const counts = countByClass(items)
  const hintAt = (days: number) =>
    [
      days >= 0 ? words('days.left', { days }) : words('days.over'),
      words('days.until', { date: formatDay(language, new Date(retirementDay)) }),
      words('days.meaning'),
    ].join(' · ')
  const outcomes = (kind: (typeof blockerKinds)[number]) =>
    blockerOutcomes.map(
      (outcome) =>
        items.filter(({ blockers }) => blockers.some((each) => each.kind === kind && each.outcome === outcome)).length,
    )
  return (
    <ReportSection title={t('title')} {...(now !== null && { hint: hintAt(daysLeft(now)) })}>
      <ReportTable
        label={t('title')}
        columns={[t('way'), t('meaning'), t('count')]}
        texts={2}
        rows={migrationClasses.map((kind) => ({
          key: kind,
          cells: [
            words(`class.${kind}.name`),
            words(`class.${kind}.meaning`),
            <Count key="count" count={counts[kind]} reach={reach} />,
          ],
        }))}
        total={[t('total'), null, <Count key="count" count={items.length} reach={reach} />]}
      />
      <h3 className="mt-2 text-section font-semibold break-after-avoid">{t('blockers')}</h3>
      <ReportTable
        label={t('blockers')}
        columns={[t('blocker'), ...blockerOutcomes.map((outcome) => words(`outcome.${outcome}`))]}
        texts={1}
        rows={blockerKinds.map((kind) => ({
          key: kind,
          cells: [
            words(`blocker.${kind}.name`),
            ...outcomes(kind).map((count, index) => <Count key={blockerOutcomes[index]} count={count} reach={reach} />),
          ],
        }))}
        total={null}
      />
    </ReportSection>
  )
}
