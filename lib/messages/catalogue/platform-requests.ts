import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains } from '../patterns'

const refused = failuresLike({
  origin: 'platform',
  target: 'arm-error-message',
  facet: 'main',
  specificity: 60,
  os: null,
  pass: null,
  status: null,
  phase: 'prerequisites',
  volume: null,
  severity: 'error',
  terminal: true,
  reach: 'arm-error',
  confidence: 'docs',
})

/**
 * Refusals of ARM that name what the caller, the subscription or the region lacks, whatever was requested.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export const platformRequests = {
  // https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
  'arm-scope-locked': refused(anyOf('ScopeLocked', 'because following scope(s) are locked'), 'azureRefused'),
  // https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
  'arm-authorization-failed': refused(
    anyOf(
      'AuthorizationFailed',
      'does not have authorization to perform action',
      contains('does not have permission to perform action', 'linked scope'),
    ),
    'azureRefused',
  ),
  // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-sku-not-available
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/allocation-failure
  'arm-size-not-available': refused(
    anyOf(
      'SkuNotAvailable',
      contains('he requested ', ' is currently not available in location '),
      'AllocationFailed',
      'do not have sufficient capacity for the requested VM size',
    ),
    'azureRefused',
  ),
  // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-resource-quota
  'arm-quota-exceeded': refused(
    anyOf('QuotaExceeded', 'results in exceeding approved', 'results in exceeding quota limits'),
    'azureRefused',
  ),
  // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider
  'arm-provider-not-registered': refused(
    anyOf('MissingSubscriptionRegistration', 'is not registered to use namespace'),
    'azureRefused',
  ),
  // The code alone names no reason.
  'arm-operation-not-allowed': refused(contains('OperationNotAllowed'), 'azureRefused', { specificity: 40 }),
} satisfies CatalogueGroup
