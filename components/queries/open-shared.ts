import { localProblem, readProblem, type ApiProblem } from '@/components/providers/api-problem'
import { sharedSchema, type Shared } from '@/lib/contract/snapshots'
import { fail, ok, type Result } from '@/lib/shared/result'
import { jsonRequest } from './call-api'

/** Requests the content of a link. It requires no sign-in, and sends no token. */
export async function openShared(token: string, passphrase: string | null): Promise<Result<Shared, ApiProblem>> {
  try {
    const response = await fetch('/api/v1/shared', {
      ...jsonRequest('POST', { token, passphrase }),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    })
    if (!response.ok) return fail(await readProblem(response))
    const parsed = sharedSchema.safeParse(await response.json().catch(() => null))
    return parsed.success ? ok(parsed.data) : fail(localProblem('internal'))
  } catch {
    return fail(localProblem('offline'))
  }
}
