import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { apiError, type ApiError, type ErrorCode } from '@/lib/contract/errors'

const codes: Readonly<Record<Exclude<ArmFailure['kind'], 'no-token'>, ErrorCode>> = {
  denied: 'arm-denied',
  throttled: 'arm-throttled',
  down: 'arm-down',
  untrusted: 'arm-untrusted',
  'timed-out': 'arm-timed-out',
  unreadable: 'arm-unreadable',
  'not-found': 'arm-not-found',
  'api-version': 'arm-api-version',
  cancelled: 'cancelled',
}

/** The contract's code for a failure of Azure. */
export function errorCodeOf(failure: ArmFailure): ErrorCode {
  return failure.kind === 'no-token' ? failure.cause.code : codes[failure.kind]
}

/** The codes that Azure itself sent with a failure. */
export function azureRefusalOf(failure: ArmFailure): Pick<ApiError, 'azureCodes' | 'azureVersions'> {
  return {
    azureCodes: [...(failure.codes ?? [])],
    azureVersions: failure.kind === 'api-version' ? [...failure.offered] : [],
  }
}

/** A failure of Azure as the error of a request. */
export function armError(failure: ArmFailure): ApiError {
  return apiError(errorCodeOf(failure), {
    retryAfterSeconds: failure.kind === 'throttled' ? Math.ceil(failure.retryAfterMilliseconds / 1000) : null,
    claims: failure.kind === 'no-token' ? failure.cause.claims : null,
    ...azureRefusalOf(failure),
  })
}
