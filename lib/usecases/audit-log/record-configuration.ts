import 'server-only'
import { createHash } from 'node:crypto'
import { configurationMarks, effectiveConfiguration, isShared } from '@/lib/config/effective'
import type { Program } from '@/lib/config/variable-doc'
import { lastOf } from '@/lib/store/audit-log/read'
import { history } from '../history/handle'
import { recordAuditEvent } from './record'

function marksOf(detail: unknown): Readonly<Record<string, unknown>> {
  return typeof detail === 'object' && detail !== null ? { ...detail } : {}
}

/**
 * Adds an audit event at the start of a program whose configuration differs from that of the last start, with the
 * changed variables. Several servers with one configuration add one event.
 */
export async function noteConfiguration(program: Program): Promise<void> {
  const opened = await history()
  if (!opened.ok) return
  const last = await lastOf(opened.value, 'configuration', program)
  if (!last.ok) return
  const marks = configurationMarks(effectiveConfiguration(process.env, program))
  const before = marksOf(last.value?.detail['marks'])
  const names = new Set([...Object.keys(marks), ...Object.keys(before)])
  const changed = [...names].filter((name) => isShared({ name }) && marks[name] !== before[name]).sort()
  if (last.value !== null && changed.length === 0) return
  const hash = createHash('sha256').update(JSON.stringify(marks)).digest('hex').slice(0, 16)
  const isFirst = last.value === null
  const detail = { hash, changed: isFirst ? [] : changed, first: isFirst, marks }
  await recordAuditEvent('configuration', null, { subject: program, detail })
}
