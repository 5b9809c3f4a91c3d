import type { HTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names'

export interface CardProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly title?: ReactNode
  /** Small text beside the title. */
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  /** False when the content has its own padding, as a table does. */
  readonly padded?: boolean
}

/** A bordered surface with an optional heading (level 2). */
export function Card({ title, hint, actions, padded = true, className, children, ...rest }: CardProps) {
  return (
    <section {...rest} className={classNames('card min-w-0', className)}>
      {title !== undefined && (
        <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1 px-4 pt-3 pb-2">
          <h2 className="text-section font-semibold">{title}</h2>
          {hint !== undefined && <p className="text-meta text-text-2">{hint}</p>}
          {actions !== undefined && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={classNames(padded && (title === undefined ? 'p-4' : 'px-4 pb-4'))}>{children}</div>
    </section>
  )
}
