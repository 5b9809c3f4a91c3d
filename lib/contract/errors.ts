import * as z from 'zod/mini'

/**
 * Every error that can cross to the browser. Each has a cause and a next step in every language
 * (`lib/i18n`), and a row in `errorTable`.
 */
export const errorCodes = [
  // caller
  'sign-in-required',
  'token-invalid',
  'token-expired',
  'tenant-not-allowed',
  'scope-missing',
  'app-only-token',
  'claims-challenge',
  'consent-required',
  'sign-in-expired',
  // request
  'request-invalid',
  'body-too-large',
  'json-invalid',
  'not-found',
  'method-not-allowed',
  'version-conflict',
  'too-many-requests',
  // links that need no sign-in
  'passphrase-needed',
  'passphrase-wrong',
  'too-many-tries',
  // Azure
  'arm-denied',
  'arm-throttled',
  'arm-down',
  'arm-untrusted',
  'arm-timed-out',
  'arm-unreadable',
  'arm-not-found',
  'arm-api-version',
  'entra-down',
  // ours
  'cancelled',
  'configuration-invalid',
  'stopping',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Azure's own error codes for a refusal. Both lists are empty when Azure returned none. */
export const azureRefusalShape = {
  /** Azure's own codes (`error.code`, `error.details[].code`): letters, digits and dots, 64 at most. */
  azureCodes: z.array(z.string()),
  /** For `arm-api-version`: the api-versions that this cloud supports, the newest first. */
  azureVersions: z.array(z.string()),
}

export const apiErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** Id to quote to the operator; the server's log contains it. */
  requestId: z.nullable(z.string()),
  /** Seconds to wait before the next attempt. */
  retryAfterSeconds: z.nullable(z.number()),
  /** Base64 claims for a `claims-challenge`. */
  claims: z.nullable(z.string()),
  /** Name of the invalid parameter for `request-invalid`. */
  parameter: z.nullable(z.string()),
  /** For `version-conflict`: the version that is stored now; missing where nothing is. */
  current: z.optional(z.string()),
  ...azureRefusalShape,
})
export type ApiError = z.infer<typeof apiErrorSchema>

/** An error as data: its code, and the other fields that apply; the rest are null or empty. */
export function apiError(code: ErrorCode, more: Partial<Omit<ApiError, 'code'>> = {}): ApiError {
  return {
    code,
    requestId: null,
    retryAfterSeconds: null,
    claims: null,
    parameter: null,
    azureCodes: [],
    azureVersions: [],
    ...more,
  }
}
