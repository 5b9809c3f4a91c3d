import { auditLogFormats } from '@/lib/contract/admin'
import { auditEventKinds } from '@/lib/shared/audit-events'
import type { JsonSchema } from './schemas'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
  /** The placeholder in examples; a shell word that the reader replaces. */
  readonly example: string | null
}

const inPath = (name: string, schema: JsonSchema, example: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema,
  example,
})
const inQuery = (name: string, schema: JsonSchema, example: string | null = null, required = false): Parameter => ({
  name,
  in: 'query',
  required,
  schema,
  example,
})

const guid: JsonSchema = { type: 'string', format: 'uuid' }
const segment = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength })

/** Every parameter. The key is unique; two operations may have different parameters of the same name. */
export const parameters = {
  subscription: inPath('subscription', guid, '$SUBSCRIPTION'),
  group: inPath('group', segment(90), '$GROUP'),
  vm: inPath('name', segment(80), '$NAME'),
  scaleSet: inPath('scaleSet', segment(80), '$SCALE_SET'),
  instance: inPath('instance', segment(80), '$INSTANCE'),
  watch: inPath('id', guid, '$WATCH'),
  snapshot: inPath('id', guid, '$SNAPSHOT'),
  wave: inPath('id', guid, '$WAVE'),
  savedView: inPath('id', guid, '$VIEW'),
  seenVersion: inQuery('version', { type: 'string', minLength: 1, maxLength: 60 }, '$VERSION', true),
  subscriptions: inQuery('subscription', { type: 'array', items: guid, maxItems: 1000 }),
  fresh: inQuery('fresh', { type: 'string', enum: ['true', 'false'], default: 'false' }),
  load: inQuery('load', guid),
  stopLoad: inQuery('load', guid, '$LOAD', true),
  linesAfter: inQuery('after', { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 }),
  lines: inQuery('limit', { type: 'integer', minimum: 1, maximum: 10_000 }),
  hours: inQuery('hours', { type: 'integer', minimum: 1, maximum: 87_600, default: 24 }, '24'),
  noticesAfter: inQuery('after', { type: 'integer', minimum: 0, default: 0 }, '0'),
  auditEventKinds: inQuery('kind', { type: 'array', items: { type: 'string', enum: [...auditEventKinds] } }),
  auditPerson: inQuery('person', guid),
  auditFrom: inQuery('from', { type: 'string', format: 'date-time' }),
  auditTo: inQuery('to', { type: 'string', format: 'date-time' }),
  historyBefore: inQuery('before', { type: 'string', pattern: '^\\d{1,15}\\.\\d{1,9}$' }),
  auditBefore: inQuery('before', { type: 'integer', minimum: 1 }),
  auditLimit: inQuery('limit', { type: 'integer', minimum: 1, maximum: 500, default: 100 }, '100'),
  auditFormat: inQuery('format', { type: 'string', enum: [...auditLogFormats], default: 'jsonl' }, 'csv'),
  ifNoneMatch: { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' }, example: null },
} as const satisfies Readonly<Record<string, Parameter>>
export type ParameterId = keyof typeof parameters
