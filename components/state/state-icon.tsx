import { classNames } from '@/components/ui/class-names'
import { stateClass, stateIcons, type AnyState } from './state-icons'

export interface StateIconProps {
  readonly state: AnyState
  /** Edge length in CSS pixels. */
  readonly size?: number
  readonly stamped?: boolean
  readonly className?: string
}

/** The icon of a state in its mark colour. Always shown beside a word, so it is hidden from screen readers. */
export function StateIcon({ state, size = 15, stamped = false, className }: StateIconProps) {
  const Icon = stateIcons[state]
  return (
    <Icon
      size={size}
      strokeWidth={2}
      aria-hidden
      className={classNames(stateClass(state, stamped), 'shrink-0 text-mark', className)}
    />
  )
}
