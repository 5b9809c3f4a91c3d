'use client'

import { useTranslations } from 'next-intl'
import type { Wave } from '@/lib/retirement/waves'

export const controlStyle =
  'min-h-11 max-w-full rounded-control border border-control bg-surface px-2 text-body narrow:min-h-7'

export interface WaveSelectProps {
  readonly label: string
  readonly waves: readonly Wave[]
  /** Empty for no wave. */
  readonly value: string
  readonly onChange: (wave: string | null) => void
}

/** Selects the wave of an item, or none. */
export function WaveSelect({ label, waves, value, onChange }: WaveSelectProps) {
  const t = useTranslations('retirement.table')
  return (
    <select
      aria-label={label}
      className={controlStyle}
      value={value}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('noWave')}</option>
      {waves.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
