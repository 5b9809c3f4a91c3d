import 'server-only'
import type { ApiError, ErrorCode } from '@/lib/contract/errors'

/** An error as data: its code, and the other fields that apply. */
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
