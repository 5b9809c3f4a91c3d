import { describe, expect, it } from 'vitest'
import { errorTable } from '@/lib/contract/error-table'
import { apiError, errorCodes, type ErrorCode } from '@/lib/contract/errors'
import { errorResponse } from './responses'

const expected: Record<ErrorCode, [number, boolean]> = {
  'sign-in-required': [401, false],
  'token-invalid': [401, false],
  'token-expired': [401, false],
  'tenant-not-allowed': [403, false],
  'scope-missing': [403, false],
  'app-only-token': [403, false],
  'claims-challenge': [401, false],
  'consent-required': [403, false],
  'sign-in-expired': [401, false],
  'request-invalid': [400, false],
  'body-too-large': [413, false],
  'json-invalid': [400, false],
  'not-found': [404, false],
  'method-not-allowed': [405, false],
  'passphrase-needed': [403, false],
  'passphrase-wrong': [403, false],
  'version-conflict': [409, false],
  'too-many-tries': [429, true],
  'too-many-requests': [429, true],
  'arm-denied': [403, false],
  'arm-throttled': [429, true],
  'arm-down': [502, true],
  'arm-untrusted': [502, false],
  'arm-timed-out': [504, true],
  'arm-unreadable': [502, true],
  'arm-not-found': [404, false],
  'arm-api-version': [502, false],
  'entra-down': [503, true],
  cancelled: [499, false],
  'configuration-invalid': [500, false],
  stopping: [503, true],
  internal: [500, false],
}

describe('error table', () => {
  it.each(errorCodes)('%s', async (code) => {
    const [status, retryable] = expected[code]
    expect(errorTable[code]).toEqual({ status, retryable })
    const response = errorResponse(apiError(code, { retryAfterSeconds: 1.2 }), 'r-1', 'https://login.test')
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-request-id')).toBe('r-1')
    expect(response.headers.get('retry-after')).toBe('2')
    expect(response.headers.has('www-authenticate')).toBe(status === 401)
    expect(await response.json()).toEqual({ ...apiError(code), requestId: 'r-1', retryAfterSeconds: 1.2 })
  })

  it('formats a claims challenge as Entra documents it', () => {
    const response = errorResponse(apiError('claims-challenge', { claims: 'eyJ9' }), 'r', 'https://login.test')
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="", authorization_uri="https://login.test/common/oauth2/v2.0/authorize", error="insufficient_claims", claims="eyJ9"',
    )
  })
})
