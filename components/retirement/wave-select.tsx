'use client'

import { useTranslations } from 'next-intl'
import { waveOf } from '@/lib/retirement/waves'
import type { Waves } from './use-waves'

export const controlStyle =
  'min-h-11 max-w-full rounded-control border border-control bg-surface px-2 text-body narrow:min-h-7'

export interface WaveSelectProps {
  readonly label: string
  readonly waves: Waves
  /** Of the item. */
  readonly itemKey: string
  readonly onChange: (wave: string | null) => void
}

const notKnown = '?'

/** Whether it is known in which wave an item is, or that it is in none. */
export function isWaveKnown({ plan, unread, isWhole }: Waves, key: string): boolean {
  return unread === null && (isWhole || plan.members.has(key))
}

/** Selects the wave of an item, or none. */
export function WaveSelect({ label, waves, itemKey, onChange }: WaveSelectProps) {
  const t = useTranslations('retirement.table')
  const isKnown = isWaveKnown(waves, itemKey)
  return (
    <select
      aria-label={label}
      className={controlStyle}
      value={isKnown ? (waveOf(waves.plan, itemKey)?.id ?? '') : notKnown}
      disabled={waves.unread !== null}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      {!isKnown && (
        <option value={notKnown} disabled>
          {t('waveUnknown')}
        </option>
      )}
      <option value="">{t('noWave')}</option>
      {waves.plan.waves.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
