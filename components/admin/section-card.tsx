import type { ReactNode } from 'react'

export interface SectionCardProps {
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly children: ReactNode
}

/** A part of the page with its heading. Not a landmark: the tables in it are landmarks with the same names. */
export function SectionCard({ id, title, intro, children }: SectionCardProps) {
  return (
    <div className="card min-w-0">
      <div className="border-b border-line px-4 py-2.5">
        <h2 id={id} className="text-section font-semibold">
          {title}
        </h2>
        {intro !== undefined && <p className="text-meta text-text-2">{intro}</p>}
      </div>
      <div className="px-4 py-3">{children}</div>
    </div>
  )
}
