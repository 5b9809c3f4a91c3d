'use client'

import { EqualNot } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { EvidenceCell, EvidenceRow } from '@/lib/contract/codes'
import { Age } from '@/components/state/age'
import { EvidenceKind } from '@/components/state/evidence-kind'
import { shownMark } from '@/lib/views/shown-mark'
import { EvidenceMark } from '@/components/state/evidence-mark'
import { guestLine } from '@/components/state/guest-text'
import { Card } from '@/components/ui/card'

const rawLimit = 120

export interface EvidenceMatrixProps {
  readonly rows: readonly EvidenceRow[]
  /** Number of data disks; null when unknown. */
  readonly dataDisks: number | null
  /** ISO time of the reading; null for a pasted text. */
  readonly readAt: string | null
  /** ISO time of the VM agent's last heartbeat; null when unknown. */
  readonly heartbeatAt: string | null
}

type Part = 'os' | 'data'

/** The contradicting cells of one disk share a frame; the lower of two neighbours has the badge. */
function frameOf(rows: readonly EvidenceRow[], index: number, part: Part): { framed: boolean; joined: boolean } {
  const contradicts = (at: number) => rows[at]?.[part]?.mark === 'contradicts'
  const framed = contradicts(index)
  return { framed, joined: framed && contradicts(index - 1) }
}

function ValueCell({
  cell,
  framed,
  joined,
  label,
}: {
  readonly cell: EvidenceCell | null
  readonly framed: boolean
  readonly joined: boolean
  readonly label: string
}) {
  const t = useTranslations('evidence')
  const own = useTranslations('vm.evidence')
  if (cell === null) {
    return (
      <td data-label={label} className="text-text-3">
        {t('value.no-disks')}
      </td>
    )
  }
  const value =
    cell.value === 'stamp-some' ? t('value.stamp-some', cell.count ?? { of: 0, total: 0 }) : t(`value.${cell.value}`)
  const frame = framed ? `state-conflict border-2 border-mark bg-tint ${joined ? 'narrow:border-t-0' : ''}` : ''
  return (
    <td data-label={label} className={`relative ${frame}`}>
      {joined && (
        <span className="absolute -top-3 right-2 hidden size-6 place-items-center rounded-full bg-word text-surface narrow:grid">
          <EqualNot size={14} strokeWidth={2} role="img" aria-label={own('contradiction')} />
        </span>
      )}
      <span className={framed ? 'font-semibold text-text' : ''}>{value}</span>
      {cell.raw !== null && (
        <span dir="ltr" className="block font-mono text-code wrap-anywhere text-text-3">
          {guestLine(cell.raw, rawLimit)}
        </span>
      )}
    </td>
  )
}

function MarkCell({ rows, row }: { readonly rows: readonly EvidenceRow[]; readonly row: EvidenceRow }) {
  const t = useTranslations('vm.evidence')
  const [os, data] = [shownMark(rows, row, 'os'), shownMark(rows, row, 'data')]
  const same = data === null || data === os
  if (same) {
    return (
      <td data-label={t('against')}>
        <EvidenceMark mark={os} />
      </td>
    )
  }
  return (
    <td data-label={t('against')}>
      <span className="flex flex-col gap-1">
        <span className="flex flex-wrap items-center gap-x-1.5 text-meta text-text-2">
          {t('os')}: <EvidenceMark mark={os} />
        </span>
        <span className="flex flex-wrap items-center gap-x-1.5 text-meta text-text-2">
          {t('noData')}: <EvidenceMark mark={data} />
        </span>
      </span>
    </td>
  )
}

function SourceCell({
  row,
  readAt,
  heartbeatAt,
}: { readonly row: EvidenceRow } & Pick<EvidenceMatrixProps, 'readAt' | 'heartbeatAt'>) {
  const t = useTranslations('evidence')
  const own = useTranslations('vm.evidence')
  const nothing = row.source === 'none'
  return (
    <td data-label={own('readFrom')}>
      <span dir="ltr" className="block font-mono text-code text-text-2">
        {t(`source.${row.source}`)}
      </span>
      {!nothing && readAt !== null && (
        <span className="text-meta text-text-3">
          <Age at={row.at ?? readAt} style="sentence" />
        </span>
      )}
      {row.kind === 'report' && !nothing && readAt !== null && (
        <span className="block text-meta text-text-3">
          {heartbeatAt === null
            ? own('agentUnknown')
            : own.rich('agentAt', { age: () => <Age at={heartbeatAt} style="sentence" /> })}
        </span>
      )}
    </td>
  )
}

/**
 * The evidence of one VM: four kinds as rows, OS disk and data disks as columns, then source and relation to the
 * verdict.
 */
export function EvidenceMatrix({ rows, dataDisks, readAt, heartbeatAt }: EvidenceMatrixProps) {
  const t = useTranslations('vm.evidence')
  const kinds = useTranslations('evidence.kindHint')
  const dataLabel =
    dataDisks === null ? t('dataUnknown') : dataDisks === 0 ? t('noData') : t('data', { count: dataDisks })
  return (
    <Card title={t('title')} hint={t('hint')} padded={false}>
      <div className="px-2 pb-2">
        <table className="stack-table" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('os')}</th>
              <th scope="col">{dataLabel}</th>
              <th scope="col">{t('readFrom')}</th>
              <th scope="col">{t('against')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.kind}>
                <th scope="row" className="font-normal">
                  <EvidenceKind kind={row.kind} />
                  <span className="block pl-[1.3rem] text-meta text-text-3">{kinds(row.kind)}</span>
                </th>
                <ValueCell cell={row.os} label={t('os')} {...frameOf(rows, index, 'os')} />
                <ValueCell cell={row.data} label={dataLabel} {...frameOf(rows, index, 'data')} />
                <SourceCell row={row} readAt={readAt} heartbeatAt={heartbeatAt} />
                <MarkCell rows={rows} row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
