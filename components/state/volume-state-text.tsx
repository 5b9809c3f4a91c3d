import { useTranslations } from 'next-intl'
import type { DataState, VolumeState } from '@/lib/contract/codes'
import { StateIcon } from './state-icon'

/** State of one volume as a cell: icon and lower-case word. */
export function VolumeStateText(props: { readonly state: VolumeState; readonly stamped?: boolean }) {
  const t = useTranslations('states.volume')
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StateIcon state={props.state} stamped={props.stamped ?? false} />
      {t(props.state)}
    </span>
  )
}

/** State of the data disks together; without any it is a dash with its meaning for screen readers. */
export function DataStateText({ state, stamped = false }: { readonly state: DataState; readonly stamped?: boolean }) {
  const t = useTranslations('states.data')
  if (state === 'none') {
    return (
      <span className="text-text-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t('none')}</span>
      </span>
    )
  }
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StateIcon state={state} stamped={stamped} />
      {t(state)}
    </span>
  )
}
