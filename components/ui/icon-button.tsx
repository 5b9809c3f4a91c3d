'use client'

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from './class-names'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'aria-label'> {
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly outlined?: boolean
  /** False when the button is focused automatically as something opens: its tooltip would open with it. */
  readonly tooltip?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A square button that shows an icon only; the label is in the tooltip and for screen readers. */
export function IconButton({ label, icon, outlined = false, tooltip = true, className, ...rest }: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={classNames(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-control text-text-2 hover:bg-hover hover:text-text narrow:size-8 print:hidden',
        outlined && 'border border-control bg-surface',
        className,
      )}
    >
      {icon}
    </button>
  )
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button
}
