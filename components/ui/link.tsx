import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style'
import { classNames } from './class-names'

type NextLinkProps = ComponentProps<typeof NextLink>

/** A link in prose: ink, with a quiet underline. */
export function Link({ className, ...rest }: NextLinkProps) {
  return <NextLink {...rest} className={classNames('prose-link', className)} />
}

/** A link that looks like a button. */
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

/** A link out of the product, in a new tab. The label for "opens in a new tab" comes from the caller. */
export function ExternalLink(props: {
  readonly href: string
  readonly newTabLabel: string
  readonly children: ReactNode
}) {
  return (
    <a href={props.href} target="_blank" rel="noopener noreferrer" className="prose-link">
      {props.children}
      <span className="sr-only"> ({props.newTabLabel})</span>
    </a>
  )
}
