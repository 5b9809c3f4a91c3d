import { useTranslations } from 'next-intl'
import type { VolumeState } from '@/lib/contract/codes'
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
