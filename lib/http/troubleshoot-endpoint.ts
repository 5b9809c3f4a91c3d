import 'server-only'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { longestPastedLog, troubleshootRequestSchema } from '@/lib/contract/troubleshoot'
import { fail, ok, type Result } from '@/lib/shared/result'
import { loadTroubleshoot } from '@/lib/usecases/troubleshoot/load-troubleshoot'
import { endpoint, type Context } from './endpoint'
import { parseVmPath } from './parameters'
import { jsonResponse } from './responses'

/** A log of the maximum length with every character written as six bytes. */
const bodyLimit = longestPastedLog * 6 + 1024

async function readLog({ readJson }: Context): Promise<Result<string, ApiError>> {
  const body = await readJson(bodyLimit)
  if (!body.ok) return body
  const parsed = troubleshootRequestSchema.safeParse(body.value)
  if (parsed.success) return ok(parsed.data.log)
  const isTooLong = parsed.error.issues.some(({ code }) => code === 'too_big')
  return fail(isTooLong ? apiError('body-too-large') : apiError('request-invalid', { parameter: 'log' }))
}

function troubleshootEndpoint(logOf: (context: Context) => Promise<Result<string | null, ApiError>>) {
  return endpoint({
    name: 'troubleshoot',
    parse: parseVmPath,
    run: async (context, vm) => {
      const log = await logOf(context)
      if (!log.ok) return log
      const answer = await loadTroubleshoot(context.caller, vm, log.value, context.signal)
      return answer.ok ? ok({ response: jsonResponse(answer.value, context.requestId), streamed: false }) : answer
    },
  })
}

/** `GET …/troubleshoot`: one VM and its related resources, read now. */
export const troubleshootGet = troubleshootEndpoint(() => Promise.resolve(ok(null)))

/** `POST …/troubleshoot`: the same, combined with a log that the user pasted. Changes nothing in Azure. */
export const troubleshootPost = troubleshootEndpoint(readLog)
