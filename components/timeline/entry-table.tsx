'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { StateIcon } from '@/components/state/state-icon'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { formatDuration } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Listed } from '@/lib/views/timeline/listed'
import { SaveButtons, type SaveButtonsProps } from './save-buttons'
import { useEntryText } from './use-entry-text'

const page = 50

function ChangeIcon({ entry }: Pick<Listed, 'entry'>) {
  if (entry.kind !== 'change') return null
  if (entry.lane === 'vm' || entry.lane === 'os' || entry.lane === 'data')
    return <StateIcon state={entry.after} size={14} className="inline align-[-2px]" />
  return null
}

function What({ one }: { readonly one: Listed }) {
  const t = useTranslations('history.list')
  const { what, object, before, hint } = useEntryText()(one)
  const { entry } = one
  const mono = entry.kind === 'change' && entry.lane === 'message'
  return (
    <>
      <span className={classNames(entry.kind === 'gap' && 'text-text-2')}>
        {before !== null && !mono && <span className="text-text-2">{before} → </span>}
        <ChangeIcon entry={entry} />{' '}
        <span {...(mono ? { lang: 'en', dir: 'ltr' } : {})} className={classNames(mono && 'font-mono text-code')}>
          {what}
        </span>
        {object !== null && (
          <>
            {' '}
            <span lang="en" dir="ltr" className="font-mono text-code text-text-2">
              {object}
            </span>
          </>
        )}
      </span>
      {mono && before !== null && (
        <span className="line-clamp-1 text-meta text-text-2">{t('before', { text: before })}</span>
      )}
      {hint !== null && <span className="block text-meta text-text-2">{hint}</span>}
    </>
  )
}

function Row({ one, machines }: { readonly one: Listed; readonly machines: number }) {
  const t = useTranslations('history.list')
  const language = useLocale()
  const { entry, held, open } = one
  const { lane, who } = useEntryText()(one)
  const older = 'machine' in entry && entry.machine < machines - 1
  const duration = held === null || held === 0 ? null : formatDuration(language, held)
  return (
    <tr>
      <th scope="row" className="font-normal whitespace-nowrap tabular-nums" data-label={t('time')}>
        <time dateTime={entry.at}>{formatMoment(language, one.from, 'full')}</time>
      </th>
      <td data-label={t('lane')}>
        {lane}
        {older && <span className="block text-meta text-text-2">{t('older')}</span>}
      </td>
      <td data-label={t('change')} className="min-w-0 wrap-anywhere">
        <What one={one} />
      </td>
      <td data-label={t('who')} className={classNames('wrap-anywhere', who === null && 'max-narrow:hidden')}>
        {who ?? <span className="text-text-3">–</span>}
      </td>
      <td data-label={t('held')} className={classNames('number', duration === null && 'max-narrow:hidden')}>
        {duration === null ? <span className="text-text-3">–</span> : open ? t('soFar', { time: duration }) : duration}
      </td>
    </tr>
  )
}

export interface EntryTableProps extends Pick<SaveButtonsProps, 'name' | 'timeline' | 'window'> {
  /** Newest first: those in the time shown. */
  readonly listed: readonly Listed[]
  /** Total number of entries. */
  readonly all: number
}

/** The same as the lanes, as a table: for screen readers, for exact values, and for copying. */
export function EntryTable({ listed, all, name, timeline, window }: EntryTableProps) {
  const t = useTranslations('history')
  const [most, setMost] = useState(page)
  const rows = listed.slice(0, most)
  const count =
    listed.length === all
      ? t('list.count', { shown: listed.length })
      : t('list.some', { shown: String(listed.length), all: String(all) })
  return (
    <Card
      title={t('list.title')}
      hint={count}
      padded={false}
      actions={<SaveButtons name={name} timeline={timeline} window={window} listed={listed} />}
    >
      <div className="px-4 pb-3">
        {rows.length === 0 && <p className="text-text-2">{t('noneInWindow')}</p>}
        {rows.length > 0 && (
          <table className="stack-table" aria-label={t('list.label')}>
            <thead>
              <tr>
                {(['time', 'lane', 'change', 'who'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`list.${key}`)}
                  </th>
                ))}
                <th scope="col" className="number">
                  {t('list.held')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <Row key={one.key} one={one} machines={timeline.machines.length} />
              ))}
            </tbody>
          </table>
        )}
        {listed.length > rows.length && (
          <Button size="small" onClick={() => setMost(most + page)}>
            {t('list.more', { count: String(Math.min(page, listed.length - rows.length)) })}
          </Button>
        )}
      </div>
    </Card>
  )
}
