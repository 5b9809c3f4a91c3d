import { apiErrorSchema, type ApiError, type ErrorCode } from '@/lib/contract/errors'

/** A failed call of the product's own API, as data. `offline`: no answer arrived. */
export interface ApiProblem {
  readonly code: ErrorCode | 'offline'
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null
  readonly claims: string | null
  readonly parameter: string | null
  /** Azure's own error codes of its refusal. */
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
}

/** A problem without an answer of the server. */
export function localProblem(code: ApiProblem['code']): ApiProblem {
  return {
    code,
    requestId: null,
    retryAfterSeconds: null,
    claims: null,
    parameter: null,
    azureCodes: [],
    azureVersions: [],
  }
}

/** Carries a problem through TanStack Query, which represents failures only as thrown errors. */
export class ApiProblemError extends Error {
  constructor(readonly problem: ApiProblem) {
    super(problem.code)
    this.name = 'ApiProblemError'
  }
}

/** The problem inside an error; anything else counts as `internal`. */
export function problemOf(error: unknown): ApiProblem {
  return error instanceof ApiProblemError ? error.problem : localProblem('internal')
}

const codeByStatus: Readonly<Record<number, ErrorCode>> = { 401: 'token-invalid', 403: 'arm-denied', 404: 'not-found' }

/** Reads the body of a failed answer; an unreadable body is replaced by the meaning of its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  const direct = apiErrorSchema.safeParse(body)
  if (direct.success) return direct.data
  const wrapped: unknown = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  const nested = apiErrorSchema.safeParse(wrapped)
  const problem: ApiError | ApiProblem = nested.success
    ? nested.data
    : localProblem(codeByStatus[response.status] ?? 'internal')
  return problem
}

/**
 * The JSON inside a claims challenge. Azure sends base64url or base64
 * (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
 * @returns The JSON text; null when the input is not valid.
 */
export function decodeClaims(encoded: string): string | null {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (each) => each.charCodeAt(0)))
    JSON.parse(text)
    return text
  } catch {
    return null
  }
}
