import type { ReactNode } from 'react'

export interface ReportSectionProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A section of the report; on paper it starts on the page on which its table starts. */
export function ReportSection({ title, hint, children }: ReportSectionProps) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-verdict font-semibold break-after-avoid">{title}</h2>
      {hint !== undefined && <p className="break-after-avoid text-text-2">{hint}</p>}
      {children}
    </section>
  )
}

export interface ReportTableProps {
  readonly label: string
  /** Names of the columns; the first column names its row. Columns after `texts` contain numbers. */
  readonly columns: readonly string[]
  readonly texts: number
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** The last line with the totals; null for none. */
  readonly total: readonly ReactNode[] | null
}

/** A table whose lines are not split across pages and whose header repeats on each page. */
export function ReportTable({ label, columns, texts, rows, total }: ReportTableProps) {
  const [head = '', ...others] = columns
  const cell = (content: ReactNode, index: number) => (
    <td
      key={columns[index + 1] ?? index}
      data-label={columns[index + 1]}
      className={index + 1 < texts ? 'wrap-anywhere' : 'number tabular-nums'}
    >
      {content}
    </td>
  )
  return (
    <table className="stack-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {others.map((column, index) => (
            <th key={column} scope="col" className={index + 1 < texts ? undefined : 'number'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key} className="break-inside-avoid">
            <th scope="row" className="font-medium">
              {first}
            </th>
            {rest.map(cell)}
          </tr>
        ))}
      </tbody>
      {total !== null && (
        <tfoot>
          <tr className="border-t border-line-strong font-semibold">
            <th scope="row">{total[0]}</th>
            {total.slice(1).map(cell)}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
