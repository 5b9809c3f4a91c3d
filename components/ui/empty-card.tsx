import type { ReactNode } from 'react'
import { Facts, type Fact } from './facts'
import { classNames } from './class-names'

export interface EmptyCardProps {
  readonly icon: ReactNode
  /** What happened. */
  readonly title: ReactNode
  /** What it means. */
  readonly children?: ReactNode
  readonly facts?: readonly Fact[]
  /** At most one ink, one outlined and one quiet button. */
  readonly actions?: ReactNode
  /** The exact command or text to send, on the right. */
  readonly aside?: ReactNode
  readonly headingLevel?: 1 | 2
}

/** Replaces missing content: empty, denied, error, signed out. */
export function EmptyCard({ icon, title, children, facts, actions, aside, headingLevel = 2 }: EmptyCardProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2'
  return (
    <section className={classNames('card grid', aside !== undefined && 'medium:grid-cols-2')}>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 p-4 narrow:p-8">
        <span className="flex h-6 items-center">{icon}</span>
        <Heading className="text-verdict font-semibold">{title}</Heading>
        <div className="col-start-2 flex flex-col gap-4">
          {children !== undefined && <div className="prose-body mt-1 max-w-[61rem] text-text-2">{children}</div>}
          {facts !== undefined && <Facts facts={facts} />}
          {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      </div>
      {aside !== undefined && (
        <div className="min-w-0 border-t border-line p-4 narrow:p-8 medium:border-t-0 medium:border-l">{aside}</div>
      )}
    </section>
  )
}
