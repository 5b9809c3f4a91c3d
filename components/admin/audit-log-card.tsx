'use client'

import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useAuditLog, useAuditLogFile, type AuditLogQuery } from '@/components/queries/use-admin'
import { saveFile } from '@/components/state/save-file'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import type { AuditLogFormat, AuditLine } from '@/lib/contract/admin'
import { formatTime } from '@/lib/i18n/format'
import { auditEventKinds } from '@/lib/shared/audit-events'
import { Literal } from './literal'
import { PlainTable } from './plain-table'
import { SectionCard } from './section-card'

const everything: AuditLogQuery = { kind: '', person: '', from: '', to: '' }
const fieldStyle = 'h-9 max-w-full rounded-control border border-line-strong bg-surface px-2 narrow:h-8'

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-label text-text-2">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

interface FilterProps {
  readonly filter: AuditLogQuery
  readonly onChange: (filter: AuditLogQuery) => void
}

function Filter({ filter, onChange }: FilterProps) {
  const t = useTranslations('admin.auditLog')
  const event = useTranslations('admin.event')
  const set = (part: Partial<AuditLogQuery>) => onChange({ ...filter, ...part })
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t('kind')}>
        {(id) => (
          <select id={id} className={fieldStyle} value={filter.kind} onChange={(e) => set({ kind: e.target.value })}>
            <option value="">{t('all')}</option>
            {auditEventKinds.map((kind) => (
              <option key={kind} value={kind}>
                {event(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('person')}>
        {(id) => (
          <input
            id={id}
            className={`${fieldStyle} w-72 font-mono text-code`}
            value={filter.person}
            maxLength={36}
            onChange={(e) => set({ person: e.target.value.trim() })}
          />
        )}
      </Field>
      {(['from', 'to'] as const).map((side) => (
        <Field key={side} label={t(side)}>
          {(id) => (
            <input
              id={id}
              type="date"
              className={fieldStyle}
              value={filter[side]}
              onChange={(e) => set({ [side]: e.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/

const detailNames = ['code', 'before', 'changed', 'hash', 'first', 'until', 'passphrase'] as const

function Detail({ detail }: Pick<AuditLine, 'detail'>) {
  const t = useTranslations('admin.detail')
  const language = useLocale()
  const delivered = Object.entries(detail).filter(([, value]) => value !== '')
  return delivered.map(([name, value]) => {
    const known = detailNames.find((one) => one === name)
    return (
      <div key={name}>
        {known === undefined ? name : t(known)}:{' '}
        <Literal text={isoTime.test(value) ? formatTime(language, value) : value} />
      </div>
    )
  })
}

function Lines({ lines }: { readonly lines: readonly AuditLine[] }) {
  const t = useTranslations('admin.auditLog')
  const event = useTranslations('admin.event')
  const language = useLocale()
  return (
    <PlainTable
      label={t('title')}
      head={[t('at'), t('kind'), t('who'), t('address'), t('subject'), t('detail')]}
      rows={lines.map(({ id, at, kind, person, address, subject, detail }) => ({
        key: id,
        cells: [
          <time key="at" dateTime={at} className="whitespace-nowrap">
            {formatTime(language, at)}
          </time>,
          event(kind),
          person === null ? (
            t(kind === 'configuration' ? 'program' : 'unauthenticated')
          ) : (
            <Literal key="who" text={person} />
          ),
          <Literal key="address" text={address ?? '–'} />,
          <Literal key="subject" text={subject ?? '–'} />,
          <Detail key="detail" detail={detail} />,
        ],
      }))}
    />
  )
}

const files: Readonly<Record<AuditLogFormat, string>> = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' }

function SaveButtons({ filter }: { readonly filter: AuditLogQuery }) {
  const t = useTranslations('admin.auditLog')
  const announce = useAnnounce()
  const fetchFile = useAuditLogFile(filter)
  const [isBusy, setBusy] = useState(false)
  const save = async (format: AuditLogFormat) => {
    setBusy(true)
    try {
      await saveFile(`sealwatch-audit-log.${format}`, files[format], [await fetchFile(format)])
      announce(t('saved'))
    } catch {
      announce(t('failed'))
    } finally {
      setBusy(false)
    }
  }
  return (['csv', 'jsonl'] as const).map((format) => (
    <Button
      key={format}
      size="small"
      icon={<Download size={14} aria-hidden />}
      aria-busy={isBusy}
      onClick={() => void save(format)}
    >
      {t(format)}
    </Button>
  ))
}

/** The audit log: who did what, when and from where. */
export function AuditLogCard() {
  const t = useTranslations('admin.auditLog')
  const errors = useTranslations('errors')
  const [filter, setFilter] = useState(everything)
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useAuditLog(filter)
  const lines = data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <SectionCard id="admin-audit-log" title={t('title')} intro={t('intro')}>
      <div className="flex flex-col gap-3">
        <Filter filter={filter} onChange={setFilter} />
        {error !== null && <p role="status">{errors(`${problemOf(error).code}.title`)}</p>}
        {data !== undefined && lines.length === 0 && <p className="text-text-2">{t('none')}</p>}
        {lines.length > 0 && <Lines lines={lines} />}
        <div className="flex flex-wrap gap-2">
          {hasNextPage && (
            <Button size="small" aria-busy={isFetching} onClick={() => void fetchNextPage()}>
              {t('older')}
            </Button>
          )}
          <SaveButtons filter={filter} />
        </div>
      </div>
    </SectionCard>
  )
}
