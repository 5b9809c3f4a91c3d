'use client'

import { useTranslations } from 'next-intl'
import { Age } from '@/components/state/age'
import { EvidenceKind } from '@/components/state/evidence-kind'
import { EvidenceMark } from '@/components/state/evidence-mark'
import { guestLine } from '@/components/state/guest-text'
import type { EvidenceCell, EvidenceRow } from '@/lib/contract/codes'
import { shownMark } from '@/lib/views/shown-mark'

const rawLimit = 300

function Value({ cell, part }: { readonly cell: EvidenceCell; readonly part: 'os' | 'data' }) {
  const t = useTranslations('evidence.value')
  const panel = useTranslations('fleet.panel')
  const value = t(cell.value, { of: cell.count?.of ?? 0, total: cell.count?.total ?? 0 })
  return (
    <div>
      <p>
        <span className="text-text-3">{panel(part)}</span> {value}
      </p>
      {cell.raw !== null && cell.raw !== '' && (
        <p dir="ltr" lang="en" className="font-mono text-code wrap-anywhere text-text-3">
          {guestLine(cell.raw, rawLimit)}
        </p>
      )}
    </div>
  )
}

interface BlockProps {
  readonly rows: readonly EvidenceRow[]
  readonly row: EvidenceRow
  readonly readAt: string
}

function Block({ rows, row, readAt }: BlockProps) {
  const t = useTranslations('evidence.source')
  const [os, data] = [shownMark(rows, row, 'os'), shownMark(rows, row, 'data')]
  const sameMark = data === null || data === os
  return (
    <div className="grid grid-cols-[6.25rem_minmax(0,1fr)_auto] gap-x-2 border-t border-line py-3">
      <dt>
        <EvidenceKind kind={row.kind} />
      </dt>
      <dd className="flex min-w-0 flex-col gap-1">
        <Value cell={row.os} part="os" />
        {!sameMark && <EvidenceMark mark={os} />}
        {row.data !== null && <Value cell={row.data} part="data" />}
        <EvidenceMark mark={sameMark ? os : data} />
        {row.source !== 'none' && (
          <p dir="ltr" className="font-mono text-code text-text-3">
            {t(row.source)}
          </p>
        )}
      </dd>
      <dd className="text-right text-meta text-text-3">{row.source !== 'none' && <Age at={readAt} />}</dd>
    </div>
  )
}

/** The four kinds of evidence, one block each: value, Azure's own text, relation to the verdict, source. */
export function PanelEvidence({ rows, readAt }: { readonly rows: readonly EvidenceRow[]; readonly readAt: string }) {
  return (
    <dl>
      {rows.map((row) => (
        <Block key={row.kind} rows={rows} row={row} readAt={readAt} />
      ))}
    </dl>
  )
}
