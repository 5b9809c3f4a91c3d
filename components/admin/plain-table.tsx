import type { ReactNode } from 'react'

export interface PlainTableProps {
  /** Name of the table, for screen readers. */
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[]
}

/** A small table that scrolls by itself where the window is narrow. */
export function PlainTable({ label, head, rows }: PlainTableProps) {
  return (
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className="w-full text-left text-meta" aria-label={label}>
        <thead>
          <tr className="border-b border-line text-text-2">
            {head.map((name) => (
              <th key={name} scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, cells }) => (
            <tr key={key} className="align-top">
              {cells.map((cell, index) => (
                <td key={head[index]} className="max-w-96 py-1 pr-4" dir="auto">
                  <div className="min-w-28 wrap-anywhere">{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
