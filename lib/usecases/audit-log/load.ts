import 'server-only'
import type { AuditLog, AuditLogFormat, AuditLine } from '@/lib/contract/admin'
import { readAuditLog, type StoredAuditEvent, type AuditQuery } from '@/lib/store/audit-log/read'
import type { AuditEvent } from '@/lib/store/audit-log/write'
import { csvLine, csvMark } from '@/lib/views/csv'
import { history } from '../history/handle'

export type AuditFilter = Pick<AuditQuery, 'kinds' | 'tenantId' | 'person' | 'from' | 'to'>

/** The fingerprint of a configuration, which is not shown; the names of the changed variables are listed separately. */
const notShown = 'marks'

function textOf(value: AuditEvent['detail'][string]): string {
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value)
}

function lineOf({ id, at, kind, who, address, subject, detail }: StoredAuditEvent): AuditLine {
  const shown = Object.entries(detail).filter(([name]) => name !== notShown)
  return {
    id,
    at: new Date(at).toISOString(),
    kind,
    person: who?.personId ?? null,
    tenant: who?.tenantId ?? null,
    address,
    subject,
    detail: Object.fromEntries(shown.map(([name, value]) => [name, textOf(value)])),
  }
}

/** A page of the audit log. */
export async function loadAuditLog(
  filter: AuditFilter,
  { before, limit }: Pick<AuditQuery, 'before' | 'limit'>,
): Promise<AuditLog> {
  const opened = await history()
  const read = opened.ok ? await readAuditLog(opened.value, { ...filter, before, limit }) : opened
  if (!read.ok) return { failure: read.failure.kind, entries: [], next: null }
  const last = read.value.length === limit ? read.value.at(-1) : undefined
  return { failure: null, entries: read.value.map(lineOf), next: last?.id ?? null }
}

const pageSize = 1000
const columns = ['id', 'at', 'kind', 'person', 'tenant', 'address', 'subject'] as const

function csvOfLine(line: AuditLine): string {
  return csvLine([...columns.map((name) => line[name]), JSON.stringify(line.detail)])
}

/** The whole audit log as a file, a page at a time: only one page is in memory. */
export async function* auditLogFile(
  filter: AuditFilter,
  format: AuditLogFormat,
): AsyncGenerator<string, void, undefined> {
  if (format === 'csv') yield csvMark + csvLine([...columns, 'detail'])
  let before: number | null = null
  for (;;) {
    const { entries, next }: AuditLog = await loadAuditLog(filter, { before, limit: pageSize })
    if (entries.length > 0)
      yield entries.map((line) => (format === 'csv' ? csvOfLine(line) : `${JSON.stringify(line)}\n`)).join('')
    if (next === null) return
    before = next
  }
}
