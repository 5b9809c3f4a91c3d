'use client'

import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useTrail, useTrailFile, type TrailWish } from '@/components/queries/use-admin'
import { saveFile } from '@/components/state/save-file'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import type { TrailFormat, TrailLine } from '@/lib/contract/admin'
import { formatTime } from '@/lib/i18n/format'
import { trailKinds } from '@/lib/shared/trail'
import { Literal } from './literal'
import { PlainTable } from './plain-table'
import { SectionCard } from './section-card'

const everything: TrailWish = { kind: '', person: '', from: '', to: '' }
const fieldStyle = 'h-9 rounded-control border border-line-strong bg-surface px-2 narrow:h-8'

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
  readonly wish: TrailWish
  readonly onChange: (wish: TrailWish) => void
}

function Filter({ wish, onChange }: FilterProps) {
  const t = useTranslations('admin.trail')
  const event = useTranslations('admin.event')
  const set = (part: Partial<TrailWish>) => onChange({ ...wish, ...part })
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t('kind')}>
        {(id) => (
          <select id={id} className={fieldStyle} value={wish.kind} onChange={(e) => set({ kind: e.target.value })}>
            <option value="">{t('all')}</option>
            {trailKinds.map((kind) => (
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
            className={`${fieldStyle} w-72 max-w-full font-mono text-code`}
            value={wish.person}
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
              value={wish[side]}
              onChange={(e) => set({ [side]: e.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

const detailNames = ['code', 'before', 'changed', 'hash', 'first', 'until', 'passphrase'] as const

function Detail({ detail }: Pick<TrailLine, 'detail'>) {
  const t = useTranslations('admin.detail')
  const told = Object.entries(detail).filter(([, value]) => value !== '')
  return told.map(([name, value]) => {
    const known = detailNames.find((one) => one === name)
    return (
      <div key={name}>
        {known === undefined ? name : t(known)}: <Literal text={value} />
      </div>
    )
  })
}

function Lines({ lines }: { readonly lines: readonly TrailLine[] }) {
  const t = useTranslations('admin.trail')
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
          person === null ? t(kind === 'configuration' ? 'program' : 'stranger') : <Literal key="who" text={person} />,
          <Literal key="address" text={address ?? '–'} />,
          <Literal key="subject" text={subject ?? '–'} />,
          <Detail key="detail" detail={detail} />,
        ],
      }))}
    />
  )
}

const files: Readonly<Record<TrailFormat, string>> = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' }

function SaveButtons({ wish }: { readonly wish: TrailWish }) {
  const t = useTranslations('admin.trail')
  const announce = useAnnounce()
  const fetchFile = useTrailFile(wish)
  const [isBusy, setBusy] = useState(false)
  const save = async (format: TrailFormat) => {
    setBusy(true)
    try {
      await saveFile(`sealwatch-trail.${format}`, files[format], [await fetchFile(format)])
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
export function TrailCard() {
  const t = useTranslations('admin.trail')
  const errors = useTranslations('errors')
  const [wish, setWish] = useState(everything)
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useTrail(wish)
  const lines = data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <SectionCard id="admin-trail" title={t('title')} intro={t('intro')}>
      <div className="flex flex-col gap-3">
        <Filter wish={wish} onChange={setWish} />
        {error !== null && <p role="status">{errors(`${problemOf(error).code}.title`)}</p>}
        {data !== undefined && lines.length === 0 && <p className="text-text-2">{t('none')}</p>}
        {lines.length > 0 && <Lines lines={lines} />}
        <div className="flex flex-wrap gap-2">
          {hasNextPage && (
            <Button size="small" aria-busy={isFetching} onClick={() => void fetchNextPage()}>
              {t('older')}
            </Button>
          )}
          <SaveButtons wish={wish} />
        </div>
      </div>
    </SectionCard>
  )
}
