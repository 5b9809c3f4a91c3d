import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { EmptyCard } from './empty-card'

export interface NoneYetCardProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  /** Where the user can create the first one. */
  readonly link: { readonly href: string; readonly text: string }
}

/** Replaces an empty list of the user's own items. */
export function NoneYetCard({ icon, title, text, link }: NoneYetCardProps) {
  return (
    <EmptyCard
      icon={icon}
      title={title}
      actions={
        <NextLink className="prose-link" href={link.href}>
          {link.text}
        </NextLink>
      }
    >
      {text}
    </EmptyCard>
  )
}
