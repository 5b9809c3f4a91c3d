import { writeOnce, type SimResponse } from '../model/http'
import type { Plan } from './language/plan'
import { cellOf, spanText, type Column, type KustoType, type Row, type Value } from './language/values'
import { payloadTooLarge } from './refusals'
import { writeToken, type PageRequest } from './request'

/** https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results */
const largestAnswer = 16_777_216

/** A cell in the answer: a bool as 1 or 0, a missing text as "", any other missing value as null. */
export function sent(value: Value, type: KustoType): Value {
  if (type === 'bool') return typeof value === 'boolean' ? Number(value) : null
  if (type === 'timespan') return typeof value === 'number' ? spanText(value) : null
  return value
}

/** Names of types in the format `table`. That of a bool is not documented. */
const tableTypes: Readonly<Record<KustoType, string>> = {
  bool: 'integer',
  long: 'integer',
  real: 'number',
  string: 'string',
  dynamic: 'object',
  datetime: 'datetime',
  timespan: 'string',
}

const cells = (row: Row, columns: readonly Column[]): Value[] =>
  columns.map((column) => sent(cellOf(row, column), column.type))

function dataOf(rows: readonly Row[], columns: readonly Column[], format: PageRequest['format']): unknown {
  if (format === 'table') {
    return {
      columns: columns.map(({ name, type }) => ({ name, type: tableTypes[type] })),
      rows: rows.map((row) => cells(row, columns)),
    }
  }
  return rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.name, sent(cellOf(row, column), column.type)])),
  )
}

/** Without an id, with dynamic columns only, or after `limit` there are no further pages: the paging page of the documentation. */
function canPage({ columns, limited }: Plan): boolean {
  return !limited && columns.some(({ name }) => name === 'id') && columns.some(({ type }) => type !== 'dynamic')
}

/** One page of the plan's rows. */
export function answer(plan: Plan, rows: readonly Row[], { top, skip, format }: PageRequest, now: number): SimResponse {
  // After `limit` an offset is ignored.
  const first = plan.limited ? 0 : skip
  const page = rows.slice(first, first + top)
  const next = first + page.length
  const hasMore = next < rows.length
  const json = {
    totalRecords: rows.length,
    count: page.length,
    data: dataOf(page, plan.columns, format),
    facets: [],
    resultTruncated: hasMore && !canPage(plan) ? 'true' : 'false',
    ...(hasMore && canPage(plan) ? { $skipToken: writeToken(top, next) } : {}),
  }
  const size = writeOnce(json).length
  return size > largestAnswer ? payloadTooLarge(now, size, largestAnswer) : { status: 200, json }
}
