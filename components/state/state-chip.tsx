import { useTranslations } from 'next-intl'
import { Chip, type ChipSize } from '@/components/ui/chip'
import type { VmState } from '@/lib/contract/codes'
import { StateIcon } from './state-icon'
import { loudStates, stateClass } from './state-icons'

export interface StateChipProps {
  readonly state: VmState
  readonly size?: ChipSize
  readonly className?: string
}

const iconSizes: Readonly<Record<ChipSize, number>> = { table: 15, header: 18, lane: 15 }

/**
 * A VM's state: icon and word. In a table only the states that need a person are tinted; in a header and a lane all
 * are. The pill is shifted left so that its icon aligns with the plain ones.
 */
export function StateChip({ state, size = 'table', className }: StateChipProps) {
  const t = useTranslations('states.state')
  return (
    <span className={`${stateClass(state)} inline-flex shrink-0`}>
      <Chip
        size={size}
        icon={<StateIcon state={state} size={iconSizes[size]} />}
        tinted={size !== 'table' || loudStates.has(state)}
        dashed={state === 'unknown'}
        {...(className === undefined ? {} : { className })}
      >
        {t(state)}
      </Chip>
    </span>
  )
}
