'use client'

import { useTranslations } from 'next-intl'
import { KeyHint } from '@/components/ui/key-hint'
import type { VisibleRange } from '@/components/data-table/types'

export interface TableFooterProps {
  readonly range: VisibleRange
  readonly total: number
  /** VMs that have not been read yet. */
  readonly pending: number
  /** True while rows arrive for the first time. */
  readonly coming: boolean
}

/** Which rows are visible, and the keys. */
export function TableFooter({ range, total, pending, coming }: TableFooterProps) {
  const t = useTranslations('fleet.table')
  const rows = total === 0 ? t('empty') : t('footer', { first: range.first, last: Math.min(range.last, total), total })
  return (
    <footer className="flex min-h-7 items-center gap-x-4 border-t border-line px-3 text-meta text-text-2">
      <p className="min-w-0 truncate">
        {coming ? t('loading') : rows}
        {!coming && pending > 0 && ` · ${t('pending', { count: pending })}`}
      </p>
      <p className="ml-auto hidden shrink-0 items-center gap-1.5 medium:flex">
        <KeyHint keys={['↑', '↓']} /> <span className="mr-2">{t('walk')}</span>
        <KeyHint keys={['Enter']} /> <span className="mr-2">{t('open')}</span>
        <KeyHint keys={['/']} /> <span className="mr-2">{t('search')}</span>
        <KeyHint keys={['?']} /> {t('keys')}
      </p>
    </footer>
  )
}
