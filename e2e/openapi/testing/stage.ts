import { messages } from '@/lib/i18n/messages'
import { openApiDocument } from '@/lib/openapi/document'
import type { OpenApiDocument, OperationObject, ResponseObject } from '@/lib/openapi/document-types'
import { operations, type OperationId } from '@/lib/openapi/operations'
import { parameters } from '@/lib/openapi/parameters'
import type { Operation } from '@/lib/openapi/types'
import { forgetLimits, startStack, type Handler, type Stack } from '../../faults/support'
import type { TenantClient } from '../../simulator/control/client'
import type { TokenInput } from '../../simulator/control/shapes'
import type { Hold } from '../../simulator/server/delivery'
import { routes, type Route } from './routes'
import { faultsOf, Judge } from './validate'

/** A request of an operation, as a client that follows the document would send it. */
export interface Ask {
  /** Path and query parameters by their names in the document. */
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Sent unchanged, instead of `body`. */
  readonly text?: string
  /** Null for none. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** An error that the handler hits, instead of its parameters. */
  readonly stumble?: Error
}

/** A user who may read everything in every tenant. */
export const reader = 'Chiara Rossi'

/** The server's handlers over a fake Azure, and the document that they are checked against. */
export class Stage {
  readonly document: OpenApiDocument
  readonly #judge: Judge
  /** Operation, status and code of every answer so far. */
  readonly seen = new Set<string>()

  private constructor(
    readonly stack: Stack,
    readonly tenant: TenantClient,
    /** A tenant that the deployment does not serve. */
    readonly foreign: TenantClient,
    /** A served tenant whose directory does not return its keys. */
    readonly silent: TenantClient,
    /** A tenant with instances of scale sets. */
    readonly sets: TenantClient,
    private readonly served: readonly Route[],
  ) {
    const { api, errors } = messages.en
    const apiScope = 'api://example/access_as_user'
    this.document = openApiDocument(api, errors, { authorityHost: stack.server, tenantId: tenant.tenantId, apiScope })
    this.#judge = new Judge(this.document)
  }

  /** @param hold how delayed answers of the fake Azure wait; by default in real time */
  static async begin(hold?: Hold): Promise<Stage> {
    const stack = await startStack(hold)
    const tenant = await stack.tenant({ scenario: 'mixed', seed: 3, bucketScale: 1000 })
    const foreign = await stack.tenant({ scenario: 'empty' })
    const silent = await stack.tenant({ scenario: 'empty' })
    await silent.addFault({ kind: 'server-error', status: 503, routes: ['entra-keys'] })
    const sets = await stack.tenant({ scenario: 'scale-sets', bucketScale: 1000 })
    const { people } = await tenant.summary()
    const admin = people.find(({ displayName }) => displayName === reader)
    Object.assign(process.env, { SEALWATCH_TENANT: tenant.tenantId, SEALWATCH_ADMINS: admin?.objectId })
    process.env['SEALWATCH_ALLOWED_TENANTS'] = [tenant, silent, sets].map(({ tenantId }) => tenantId).join(',')
    return new Stage(stack, tenant, foreign, silent, sets, await routes())
  }

  /** The tenant for the requests of an operation. */
  tenantOf(id: OperationId): TenantClient {
    return id === 'readScaleSetInstance' ? this.sets : this.tenant
  }

  token(id: OperationId, order: Partial<TokenInput> = {}): Promise<string> {
    return this.tenantOf(id).token({ person: reader, ...order })
  }

  /** Builds a request from the operation's path, query, headers and body. */
  #request(id: OperationId, { params = {}, body, text, headers, signal }: Ask, token: string | null): Request {
    const operation: Operation = operations[id]
    const url = new URL('http://localhost/')
    url.pathname = operation.path
    for (const parameter of operation.parameters) {
      const { name, in: place } = parameters[parameter]
      const value = params[name]
      if (place === 'query' && value !== undefined) url.searchParams.set(name, value)
    }
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    return new Request(url, {
      method: operation.method.toUpperCase(),
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
      ...(signal !== undefined && { signal }),
    })
  }

  /** Sends a request and checks the answer against the document. Returns the answer's content. */
  async ask(id: OperationId, ask: Ask): Promise<{ readonly status: number; readonly text: string }> {
    const handler = this.handlerOf(id)
    const token = ask.token === undefined ? await this.token(id) : ask.token
    const params = ask.stumble === undefined ? Promise.resolve(ask.params ?? {}) : Promise.reject(ask.stumble)
    params.catch(() => undefined)
    return this.judge(id, await handler(this.#request(id, ask, token), { params }))
  }

  /** Checks an answer against the document's description of the operation. @throws when it differs */
  async judge(id: OperationId, response: Response): Promise<{ readonly status: number; readonly text: string }> {
    const { status } = response
    const described = this.described(id).responses[String(status)]
    const text = await response.clone().text()
    if (described === undefined) throw new Error(`${id}: ${status} is in no document: ${text.slice(0, 300)}`)
    const faults = await faultsOf(this.#judge, described, response)
    if (faults.length > 0) throw new Error(`${id} ${status}: ${faults.slice(0, 5).join('; ')}: ${text.slice(0, 300)}`)
    this.seen.add(keyOf(id, status, described, text))
    return { status, text }
  }

  handlerOf(id: OperationId): Handler {
    const { path, method } = operations[id]
    return this.served.find((route) => route.path === path)!.handlers[method]
  }

  described(id: OperationId): OperationObject {
    const { path, method } = operations[id]
    return this.document.paths[path]![method]!
  }

  /** Every answer in the document, in the format of `seen`. */
  promised(): readonly string[] {
    return Object.values(this.document.paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId, responses }) =>
        Object.entries(responses).flatMap(([status, { 'x-codes': codes }]) =>
          codes === undefined ? [`${operationId} ${status}`] : codes.map((code) => `${operationId} ${status} ${code}`),
        ),
      ),
    )
  }

  /** Resets everything that earlier requests changed. */
  async calm(): Promise<void> {
    const tenants = [this.tenant, this.sets]
    await Promise.all(tenants.map((tenant) => tenant.removeFaults()))
    await Promise.all(tenants.map((tenant) => tenant.settings({ apiVersions: {} })))
    forgetLimits()
    globalThis.sealwatchArmTokens = undefined
    globalThis.sealwatchRequests = undefined
    globalThis.sealwatchAddressLimit = undefined
  }
}

function keyOf(id: OperationId, status: number, described: ResponseObject, text: string): string {
  if (described['x-codes'] === undefined) return `${id} ${status}`
  return `${id} ${status} ${(JSON.parse(text) as { code: string }).code}`
}
