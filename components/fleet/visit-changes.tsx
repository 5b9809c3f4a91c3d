'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { StateIcon } from '@/components/state/state-icon'
import { IconButton } from '@/components/ui/icon-button'
import { formatMoment } from '@/lib/i18n/format'
import { changesSince } from '@/lib/views/visit'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import type { FleetModel } from '@/lib/views/fleet-model'
import type { ChangeSearch } from './use-fleet-search'

export interface VisitStripProps {
  readonly fleet: FleetModel
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

interface VisitChangesProps extends VisitStripProps {
  /** ISO time of the last visit. */
  readonly last: string
  readonly onDismiss: () => void
}

/** Each change since a visit, as a filter; absent when nothing changed. */
export default function VisitChanges({ fleet, search, onChange, last, onDismiss }: VisitChangesProps) {
  const t = useTranslations('fleet.visit')
  const states = useTranslations('states.state')
  const language = useLocale()
  const changes = useMemo(() => changesSince(fleet.entries, last), [fleet.entries, last])
  if (changes.length === 0) return null
  const { filters } = search
  const show = (state: (typeof changes)[number]['state']) =>
    onChange((before) => ({ ...before, filters: { ...before.filters, state: [state], changedSince: last } }))
  return (
    <section
      aria-label={t('label')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line bg-surface px-3 py-1.5"
    >
      <h2 className="text-text-2">{t('since', { time: formatMoment(language, last) })}</h2>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {changes.map(({ state, count }) => {
          const shown = filters.changedSince === last && filters.state.length === 1 && filters.state[0] === state
          return (
            <li key={state}>
              <button
                type="button"
                aria-pressed={shown}
                onClick={() => show(state)}
                className="prose-link inline-flex items-center gap-1 pointer-coarse:min-h-11"
              >
                <StateIcon state={state} size={14} />
                {t('change', { count, state: states(state) })}
              </button>
            </li>
          )
        })}
      </ul>
      <IconButton label={t('dismiss')} icon={<X size={16} aria-hidden />} onClick={onDismiss} className="ml-auto" />
    </section>
  )
}
