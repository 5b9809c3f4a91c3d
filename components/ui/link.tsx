import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { classNames } from './class-names'

type NextLinkProps = ComponentProps<typeof NextLink>

/** A link styled as a button. */
export function ButtonLink(
  props: NextLinkProps & { readonly variant?: ButtonVariant; readonly size?: ButtonSize; readonly icon?: ReactNode },
) {
  const { variant = 'outlined', size = 'normal', icon, className, children, ...rest } = props
  return (
    <NextLink {...rest} className={classNames(buttonStyle(variant, size), className)}>
      {icon}
      {children}
    </NextLink>
  )
}
