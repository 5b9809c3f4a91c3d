'use client'

import { CircleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { Age } from '@/components/state/age'
import { FleetHeadline } from '@/components/state/fleet-headline'
import { FlagChip } from '@/components/state/flag-chip'
import { StateChip } from '@/components/state/state-chip'
import { Trend } from '@/components/state/trend'
import { Banner } from '@/components/ui/banner'
import { vmStates } from '@/lib/contract/codes'
import { confirmedIn, weekBefore } from '@/lib/views/headline'
import { shownCount } from '@/lib/views/completeness'
import type { SnapshotGap, SnapshotRow, ViewSnapshot } from '@/lib/contract/snapshots'
import { formatItems, formatList, formatNumber, formatPercent, formatSentences } from '@/lib/i18n/format'

const dash = <span className="text-text-3">–</span>

/** The counts of the view, each with the meaning of its state: the reader may never have seen the product. */
function Counts({ content }: { readonly content: ViewSnapshot }) {
  const t = useTranslations('snapshots.view')
  const meanings = useTranslations('states.meaning')
  const language = useLocale()
  return (
    <ul aria-label={t('counts')} className="flex flex-col gap-1.5">
      <li className="font-semibold">
        {shownCount(content.total, content.complete ? 'all' : 'least') === null
          ? t('nothingRead')
          : t('total', { count: content.total })}
      </li>
      {vmStates
        .filter((state) => content.byState[state] > 0)
        .map((state) => (
          <li key={state} className="flex flex-wrap items-baseline gap-x-2.5 break-inside-avoid">
            <span className="flex w-60 items-center gap-1.5">
              <StateChip state={state} />
              <span className="font-semibold">{formatNumber(language, content.byState[state])}</span>
            </span>
            <span className="min-w-48 flex-1 text-text-2">{meanings(state)}</span>
          </li>
        ))}
    </ul>
  )
}

/** What could not be read when the snapshot was made, and why. */
function Gaps({ gaps }: { readonly gaps: readonly SnapshotGap[] }) {
  const t = useTranslations('fleet.gaps')
  const causeOf = useErrorCause()
  const language = useLocale()
  const scopeOf = ({ tenant, subscriptions, vms, names }: SnapshotGap) => {
    if (tenant) return t('part')
    const both = subscriptions > 0 && vms > 0 ? 'yes' : 'no'
    const text = t('button', { subscriptions, vms, both })
    return names === null || names.length === 0 ? text : `${text} (${formatItems(language, names)})`
  }
  return (
    <ul className="flex flex-col gap-1">
      {gaps.map((gap) => (
        <li key={gap.code}>{formatSentences(language, [scopeOf(gap), causeOf(gap)])}</li>
      ))}
    </ul>
  )
}

/** Columns that only some snapshots have. */
function chosenColumns(rows: readonly SnapshotRow[]) {
  const columns = ['resourceGroup', 'subscription', 'keyVault'] as const
  return columns.filter((column) => rows.some((row) => row[column] !== null))
}

function Row({ row, columns }: { readonly row: SnapshotRow; readonly columns: ReturnType<typeof chosenColumns> }) {
  const t = useTranslations('snapshots.view')
  const fact = useTranslations('snapshots.fact')
  const volume = useTranslations('states.volume')
  const data = useTranslations('states.data')
  const language = useLocale()
  const labels = { resourceGroup: fact('group'), subscription: fact('subscription'), keyVault: fact('keyVault') }
  return (
    <tr>
      <th scope="row" dir="ltr" className="font-normal wrap-anywhere">
        {row.name}
      </th>
      {columns.map((column) => (
        <td key={column} dir="ltr" data-label={labels[column]} className="wrap-anywhere">
          {row[column] ?? dash}
        </td>
      ))}
      {row.tags !== null && (
        <td data-label={t('tags')} dir="ltr" className="wrap-anywhere">
          {formatItems(
            language,
            Object.entries(row.tags).map(([name, value]) => `${name}: ${value}`),
          )}
        </td>
      )}
      <td data-label={t('state')}>
        <span className="flex flex-wrap items-center gap-1.5">
          <StateChip state={row.state} />
          {row.percent !== null && formatPercent(language, row.percent)}
          {row.flags.map((code) => (
            <FlagChip key={code} code={code} />
          ))}
        </span>
      </td>
      <td data-label={t('os')}>{volume(row.os)}</td>
      <td data-label={t('data')}>{data(row.data)}</td>
      <td data-label={t('evidence')}>
        <Age at={row.evidenceAt} />
      </td>
    </tr>
  )
}

/** A view of the fleet at the time of the snapshot: the totals, including Unknown, and the rows. */
export function ViewSnapshotView({ content }: { readonly content: ViewSnapshot }) {
  const t = useTranslations('snapshots.view')
  const fact = useTranslations('snapshots.fact')
  const states = useTranslations('states.state')
  const language = useLocale()
  const { filters, rows, total } = content
  const trend = (content.trend ?? []).map(({ at, encrypted }) => ({ at: Date.parse(at), encrypted }))
  const columns = chosenColumns(rows)
  const labels = { resourceGroup: fact('group'), subscription: fact('subscription'), keyVault: fact('keyVault') }
  const named = [...filters.state.map((state) => states(state)), ...filters.os]
  const list = formatList(language, named)
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-col gap-2">
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="text-text-2">
          {named.length === 0 && filters.hidden === 0
            ? t('all')
            : t('filtered', { filters: list, hidden: filters.hidden })}
        </p>
      </header>
      {!content.complete && (
        <Banner icon={<CircleAlert size={16} aria-hidden />} tone="warning" title={t('incomplete')}>
          {content.gaps !== undefined && <Gaps gaps={content.gaps} />}
        </Banner>
      )}
      <FleetHeadline
        confirmed={confirmedIn(content.byState)}
        total={content.total}
        notRead={content.notRead}
        reach={content.complete ? 'all' : 'least'}
        weekAgo={weekBefore(trend)}
      />
      {trend.length > 0 && <Trend points={trend} />}
      <Counts content={content} />
      <div className="card overflow-x-auto px-2 pb-2">
        <table className="stack-table" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {labels[column]}
                </th>
              ))}
              {rows.some((row) => row.tags !== null) && <th scope="col">{t('tags')}</th>}
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('os')}</th>
              <th scope="col">{t('data')}</th>
              <th scope="col">{t('evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={`${row.name} ${index}`} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
        {rows.length < total && <p className="px-2 py-2 text-text-2">{t('cut', { shown: rows.length, total })}</p>}
      </div>
    </div>
  )
}
