import type { ErrorCode } from './errors'

export interface ErrorRow {
  /** HTTP status, when the error is the whole answer. */
  readonly status: number
  /** Whether the same request can succeed later without any user action. */
  readonly retryable: boolean
}

const asItIs = (status: number): ErrorRow => ({ status, retryable: false })
const later = (status: number): ErrorRow => ({ status, retryable: true })

/**
 * Every error of the API as HTTP. 401 means that the user must act in the browser; 403 that no user action helps.
 * `cancelled` has the status that proxies use for a client that closed the connection: no client reads it.
 */
export const errorTable: Readonly<Record<ErrorCode, ErrorRow>> = {
  'sign-in-required': asItIs(401),
  'token-invalid': asItIs(401),
  'token-expired': asItIs(401),
  'claims-challenge': asItIs(401),
  'consent-required': asItIs(403),
  'sign-in-expired': asItIs(401),
  'tenant-not-allowed': asItIs(403),
  'scope-missing': asItIs(403),
  'app-only-token': asItIs(403),
  'request-invalid': asItIs(400),
  'body-too-large': asItIs(413),
  'json-invalid': asItIs(400),
  'not-found': asItIs(404),
  'method-not-allowed': asItIs(405),
  'version-conflict': asItIs(409),
  'passphrase-needed': asItIs(403),
  'passphrase-wrong': asItIs(403),
  'too-many-tries': later(429),
  'too-many-requests': later(429),
  'arm-denied': asItIs(403),
  'arm-throttled': later(429),
  'arm-down': later(502),
  'arm-untrusted': asItIs(502),
  'arm-timed-out': later(504),
  'arm-unreadable': later(502),
  'arm-not-found': asItIs(404),
  'arm-api-version': asItIs(502),
  'entra-down': later(503),
  cancelled: asItIs(499),
  'configuration-invalid': asItIs(500),
  stopping: later(503),
  internal: asItIs(500),
}
