import 'server-only'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { OpenContext } from './endpoint'

interface Schema<Value> {
  readonly safeParse: (
    value: unknown,
  ) =>
    { success: true; data: Value } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } }
}

/**
 * Parses the request's JSON with its schema; the failure names the first invalid part.
 * @param limit bytes
 */
export async function bodyOf<Value>(
  { readJson }: Pick<OpenContext, 'readJson'>,
  limit: number,
  schema: Schema<Value>,
): Promise<Result<Value, ApiError>> {
  const body = await readJson(limit)
  if (!body.ok) return body
  const parsed = schema.safeParse(body.value)
  if (parsed.success) return ok(parsed.data)
  return fail(apiError('request-invalid', { parameter: String(parsed.error.issues[0]?.path[0] ?? 'body') }))
}
