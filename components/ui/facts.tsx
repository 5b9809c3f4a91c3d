import type { ReactNode } from 'react'

export interface Fact {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
}

/** Pairs of a name and a value, as a description list. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-body">
      {facts.map((fact) => (
        <div key={fact.key} className="contents">
          <dt className="text-text-2">{fact.label}</dt>
          <dd className="min-w-0 wrap-anywhere">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
