import 'server-only'
import * as z from 'zod'
import { auditLogFormats, type AuditLogFormat } from '@/lib/contract/admin'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { fail, ok, type Result } from '@/lib/shared/result'
import { auditEventKinds } from '@/lib/shared/audit-events'
import { isAdmin } from '@/lib/usecases/admin/allowed'
import { adminStatus } from '@/lib/usecases/admin/status'
import { loadAuditLog, auditLogFile, type AuditFilter } from '@/lib/usecases/audit-log/load'
import { recordAuditEvent, noteRefusal } from '@/lib/usecases/audit-log/record'
import { endpoint, type Context } from './endpoint'
import { jsonResponse } from './responses'
import { textStream } from './text-stream'

type Answered = Promise<Result<{ response: Response; streamed: boolean }, ApiError>>

/** For every other user this address does not exist, whether there are administrators or not. */
function forAdmins<I>(run: (context: Context, input: I) => Answered) {
  return async (context: Context, input: I): Answered => {
    if (isAdmin(context.caller)) return run(context, input)
    noteRefusal(context.caller, 'admin', 'not-admin')
    return fail(apiError('not-found'))
  }
}

/** `GET /api/v1/admin`: the state of this deployment. */
export const adminGet = endpoint({
  name: 'admin',
  parse: () => ok(null),
  run: forAdmins(async ({ caller, requestId }) =>
    ok({ response: jsonResponse(await adminStatus(caller), requestId), streamed: false }),
  ),
})

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))
const querySchema = z.object({
  kind: z.array(z.enum(auditEventKinds)).max(auditEventKinds.length),
  person: z.guid().nullable(),
  from: time.nullable(),
  to: time.nullable(),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(),
  limit: z.coerce.number().int().min(1).max(500),
  format: z.enum(auditLogFormats),
})

interface Query {
  readonly filter: Omit<AuditFilter, 'tenantId'>
  readonly page: { readonly before: number | null; readonly limit: number }
  readonly format: AuditLogFormat
}

/** `?kind=…` any number of times, `?person=`, `?from=`, `?to=`; for pages `?before=` and `?limit=`; `?format=`. */
function parseQuery(_parameters: unknown, { searchParams }: URL): Result<Query, { readonly parameter: string }> {
  const parsed = querySchema.safeParse({
    kind: searchParams.getAll('kind'),
    person: searchParams.get('person'),
    from: searchParams.get('from'),
    to: searchParams.get('to'),
    before: searchParams.get('before'),
    limit: searchParams.get('limit') ?? '100',
    format: searchParams.get('format') ?? 'jsonl',
  })
  if (!parsed.success) return fail({ parameter: String(parsed.error.issues[0]?.path[0] ?? 'query') })
  const { kind: kinds, person, from, to, before, limit, format } = parsed.data
  return ok({ filter: { kinds, person, from, to }, page: { before, limit }, format })
}

/** `GET /api/v1/admin/audit-log`: the audit log, newest first. */
export const auditLogGet = endpoint({
  name: 'admin-audit-log',
  parse: parseQuery,
  run: forAdmins(async ({ caller: { tenantId }, requestId }, { filter, page }: Query) =>
    ok({ response: jsonResponse(await loadAuditLog({ ...filter, tenantId }, page), requestId), streamed: false }),
  ),
})

const types: Readonly<Record<AuditLogFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
}

/** `GET /api/v1/admin/audit-log/file?format=csv|jsonl`: the audit log as a file. The download is itself an audit event. */
export const auditLogFileGet = endpoint({
  name: 'admin-audit-log-file',
  parse: parseQuery,
  run: forAdmins(async ({ caller, requestId, finish }, { filter, format }: Query) => {
    await recordAuditEvent('audit-log-read', caller, { subject: format, detail: {} })
    const body = textStream(auditLogFile({ ...filter, tenantId: caller.tenantId }, format), () =>
      finish({ status: 200 }),
    )
    const response = jsonResponse(null, requestId)
    const headers = new Headers(response.headers)
    headers.set('content-type', types[format])
    headers.set('content-disposition', `attachment; filename="sealwatch-audit-log.${format}"`)
    return ok({ response: new Response(body, { headers }), streamed: true })
  }),
})
