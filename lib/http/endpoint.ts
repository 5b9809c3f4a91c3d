import 'server-only'
import { randomUUID } from 'node:crypto'
import { personKey, type Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { ConfigurationError, serverConfig } from '@/lib/config/config'
import { errorTable } from '@/lib/contract/error-table'
import { apiError, type ApiError, type ErrorCode } from '@/lib/contract/errors'
import { ok, type Result } from '@/lib/shared/result'
import { log, placeOf, type LogLine } from '@/lib/telemetry/log'
import { beginSpan, timed } from '@/lib/telemetry/measure'
import { inScope } from '@/lib/telemetry/request-scope'
import { isSessionOver } from '@/lib/usecases/session/end'
import { noteRefusal, noteRequest } from '@/lib/usecases/audit-log/record'
import { clientAddress } from './address'
import { readJsonBody } from './json-body'
import { endStreamsOf } from './resumable-stream'
import { admitRequest } from './request-limit'
import { errorResponse } from './responses'
import { countUnauthenticated, unauthenticatedRefusal } from './unauthenticated-rate-limit'
import { beginRequest } from './in-flight'
import { abortOnSignOut } from './abort-on-sign-out'

/** What every handler gets. `signal` aborts when the browser disconnects. */
export interface OpenContext {
  readonly signal: AbortSignal
  readonly requestId: string
  /** Reads the request's JSON, up to so many bytes. */
  readonly readJson: (limit: number) => Promise<Result<unknown, ApiError>>
  /** Logs the request; for streams, which end later than the handler. */
  readonly finish: (outcome: { status: number; code?: string | undefined; lines?: number }) => void
}

/** What a handler for signed-in users gets as well. */
export interface Context extends OpenContext {
  readonly caller: Caller
}

type Answer = Promise<Result<{ response: Response; streamed: boolean }, ApiError>>

export interface Endpoint<I> {
  /** Name of the endpoint in the log. */
  readonly name: string
  /**
   * Whether an application without a user may call it, with the collector's rights. Absent: users alone, as for everything
   * that is written or belongs to a user.
   */
  readonly forApplications?: true
  /** Validates the path and the query; the failure names the wrong parameter. */
  readonly parse: (parameters: unknown, url: URL) => Result<I, { readonly parameter: string }>
  /** Returns an error as data, or a response; a streamed response calls `finish` itself when it ends. */
  readonly run: (context: Context, input: I) => Answer
}

type RouteContext = { readonly params: Promise<unknown> }
type Handler = (request: Request, context: RouteContext) => Promise<Response>

function unexpected(error: unknown): ApiError {
  return apiError(error instanceof ConfigurationError ? 'configuration-invalid' : 'internal')
}

function authorityHost(): string | null {
  try {
    return serverConfig().authorityHost
  } catch {
    return null
  }
}

function logFailure(error: unknown, requestId: string): void {
  const detail = error instanceof ConfigurationError ? error.message : placeOf(error)
  log('error', { event: 'failure', requestId, detail })
}

/** Refusals that matter when searching the log for an attack. An expired token is common and not one of them. */
const refusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'token-invalid',
  'tenant-not-allowed',
  'scope-missing',
  'app-only-token',
  'too-many-tries',
])

/** Null where the address is unknown, or the configuration itself is invalid. */
function placeBehind(request: Request): string | null {
  try {
    return clientAddress(request) || null
  } catch {
    return null
  }
}

/** The user and the headers of a request, for its log line and its response. */
interface Asked {
  person: { person?: string; tenant?: string }
  headers: Readonly<Record<string, string>>
  caller: Caller | null
}

/**
 * Authenticates, rate-limits and validates the request, in that order, so that an unauthenticated caller learns nothing
 * from the validation and uses up no user's limit. A caller with a valid token is admitted, however many
 * unauthenticated requests come from the same address.
 */
async function admit<I>(
  endpoint: Endpoint<I>,
  request: Request,
  route: RouteContext,
  asked: Asked,
): Promise<Result<{ caller: Caller; input: I }, ApiError>> {
  const tooOften = unauthenticatedRefusal(request)
  const caller = await identity().authenticate(request, tooOften === null)
  if (!caller.ok) {
    if (tooOften !== null) return { ok: false, failure: tooOften }
    countUnauthenticated(request, caller.failure.code)
    return { ok: false, failure: apiError(caller.failure.code) }
  }
  if (await isSessionOver(caller.value, endStreamsOf)) {
    countUnauthenticated(request, 'token-invalid')
    return { ok: false, failure: tooOften ?? apiError('token-invalid') }
  }
  asked.caller = caller.value
  noteRequest(caller.value)
  const { refusal, headers } = admitRequest(caller.value)
  asked.headers = headers
  if (refusal !== null) return { ok: false, failure: refusal }
  if (caller.value.isApplication === true && endpoint.forApplications !== true)
    return { ok: false, failure: apiError('app-only-token') }
  const input = endpoint.parse(await route.params, new URL(request.url))
  if (!input.ok) return { ok: false, failure: apiError('request-invalid', { parameter: input.failure.parameter }) }
  return { ok: true, value: { caller: caller.value, input: input.value } }
}

function saying(response: Response, { headers }: Asked): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** Runs a handler, logs the request, and turns every failure into one of the contract's codes. */
async function answering(
  name: string,
  request: Request,
  work: (context: OpenContext, asked: Asked) => Answer,
): Promise<Response> {
  const requestId = randomUUID()
  const startedAt = performance.now()
  const asked: Asked = { person: {}, headers: {}, caller: null }
  const over = beginRequest()
  const span = beginSpan('request', { endpoint: name })
  const scope = { requestId, span: span?.handle, address: placeBehind(request) }
  const finish: Context['finish'] = ({ status, code, lines }) => {
    const milliseconds = Math.round(performance.now() - startedAt)
    const line: LogLine = { event: 'request', requestId, endpoint: name, status, milliseconds, ...asked.person }
    log(status >= 500 ? 'warn' : 'info', { ...line, ...(code && { code }), ...(lines !== undefined && { lines }) })
    const outcome = { endpoint: name, status, ...(code && { code }) }
    timed('sealwatch.request.duration', milliseconds, outcome)
    span?.end({ ...outcome, requestId }, status >= 500)
    over()
  }
  const refuse = (error: ApiError): Response => {
    if (refusals.has(error.code)) inScope(scope, () => noteRefusal(asked.caller, name, error.code))
    finish({ status: errorTable[error.code].status, code: error.code })
    return saying(errorResponse(error, requestId, authorityHost()), asked)
  }
  try {
    const readJson: Context['readJson'] = (limit) => readJsonBody(request, limit)
    const context = { signal: request.signal, requestId, readJson, finish }
    const answer = await inScope(scope, () => work(context, asked))
    if (!answer.ok) return refuse(answer.failure)
    if (!answer.value.streamed) finish({ status: answer.value.response.status })
    return saying(answer.value.response, asked)
  } catch (error) {
    logFailure(error, requestId)
    return refuse(unexpected(error))
  }
}

/** Ends a long response when the session of its user ends. */
function endingWithSession(response: Response, caller: Caller): Response {
  if (response.body === null) return response
  const body = abortOnSignOut(response.body, personKey(caller), () => isSessionOver(caller, endStreamsOf))
  return new Response(body, response)
}

/**
 * Creates a route handler: authenticate, validate, run, respond. Every failure is returned as one of the contract's
 * codes; no error text, Azure's or Sealwatch's, reaches the response.
 */
export function endpoint<I>(definition: Endpoint<I>): Handler {
  return (request, route) =>
    answering(definition.name, request, async (context, asked) => {
      const admitted = await admit(definition, request, route, asked)
      if (!admitted.ok) return admitted
      const { caller, input } = admitted.value
      asked.person = { person: caller.objectId, tenant: caller.tenantId }
      const answer = await definition.run({ ...context, caller }, input)
      if (!answer.ok || !answer.value.streamed) return answer
      return ok({ response: endingWithSession(answer.value.response, caller), streamed: true })
    })
}

/** Creates a route handler without sign-in. It must not read anything from Azure. */
export function openEndpoint(name: string, run: (context: OpenContext, request: Request) => Answer): Handler {
  return (request) => answering(name, request, (context) => run(context, request))
}

/**
 * The handler of every method that a route does not support, `HEAD` included: it would do all the work and discard the
 * result.
 */
export function methodNotAllowed(): Response {
  return errorResponse(apiError('method-not-allowed'), randomUUID(), authorityHost())
}

/** The same for a route with other methods; `methods` as the `Allow` header lists them. */
export function allowOnly(methods: string): () => Response {
  return () => {
    const response = methodNotAllowed()
    response.headers.set('allow', methods)
    return response
  }
}

/** The handler of every unknown address below `/api/`: programs get an error that they can parse, not a page. */
export function noSuchAddress(): Response {
  return errorResponse(apiError('not-found'), randomUUID(), authorityHost())
}
