'use client'

import { useId, type ButtonHTMLAttributes, type ReactNode, type Ref } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { classNames } from './class-names'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  /**
   * Why the button is disabled. Its presence disables the button and is read out with it; the button stays focusable.
   */
  readonly disabledReason?: string | null
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with a visible text. */
export function Button(props: ButtonProps) {
  const {
    variant = 'outlined',
    size = 'normal',
    icon,
    disabledReason = null,
    className,
    children,
    onClick,
    ...rest
  } = props
  const reasonId = useId()
  const disabled = disabledReason !== null
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonStyle(variant, size, disabled), className)}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
      {...(disabled ? { 'aria-disabled': true, 'aria-describedby': reasonId, title: disabledReason } : {})}
    >
      {icon}
      {children}
      {disabled && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  )
}
