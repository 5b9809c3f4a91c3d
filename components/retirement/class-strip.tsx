'use client'

import { useTranslations } from 'next-intl'
import { Count } from '@/components/state/completeness'
import { classNames } from '@/components/ui/class-names'
import { migrationClasses, type MigrationClass } from '@/lib/retirement/codes'
import { countByClass } from '@/lib/retirement/plan'
import type { Reach } from '@/lib/views/completeness'
import type { ShownItem } from './use-list'

export interface ClassStripProps {
  readonly items: readonly ShownItem[]
  /** How far the count of a class can be trusted. */
  readonly reachOf: (kind: MigrationClass) => Reach
  readonly current: MigrationClass | null
  readonly onChoose: (kind: MigrationClass | null) => void
}

/**
 * Number of items per way; a click shows only those. Zeros are shown if they were read, and undecided items are counted
 * too.
 */
export function ClassStrip({ items, reachOf, current, onChoose }: ClassStripProps) {
  const t = useTranslations('retirement')
  const counts = countByClass(items)
  return (
    <ul aria-label={t('strip')} className="card grid grid-cols-2 overflow-hidden narrow:grid-cols-4 wide:grid-cols-7">
      {migrationClasses.map((kind) => (
        <li key={kind} className="border-line not-last:border-r max-wide:border-b">
          <button
            type="button"
            aria-pressed={kind === current}
            title={t(`class.${kind}.meaning`)}
            onClick={() => onChoose(kind === current ? null : kind)}
            className={classNames(
              'focus-inside flex h-full w-full flex-col items-start px-3 py-2 text-left',
              kind === current ? 'bg-selected shadow-[inset_0_-3px_0_var(--ink)]' : 'hover:bg-hover',
            )}
          >
            <span className="text-meta text-text-2">{t(`class.${kind}.name`)}</span>
            <span className={classNames('text-count tabular-nums', counts[kind] > 0 ? 'font-semibold' : 'text-text-3')}>
              <Count count={counts[kind]} reach={reachOf(kind)} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
