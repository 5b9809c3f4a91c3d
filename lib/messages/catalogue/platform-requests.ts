import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith } from '../patterns'

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
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/18311
  // A client's class `ResourceNotFoundError` is no code: it stands before each answer 404.
  'arm-resource-not-found': refused(
    anyOf(
      containsWith('ResourceNotFound', { after: /^(?!Error|Exception|Fix)/ }),
      containsWith('he Resource ', {
        after: /^['"][^'"\n]{1,260}['"] under resource group ['"][^'"\n]{1,90}['"] was not found/,
      }),
      contains('not perform requested operation on nested resource. Parent resource ', ' not found'),
    ),
    'azureRefused',
    { specificity: 50 },
  ),
  // https://github.com/Azure/azure-cli/issues/33657, https://github.com/Azure/azure-cli/issues/29215
  // https://github.com/Azure/azure-cli/issues/16367
  'arm-subscription-not-found': refused(
    anyOf(
      'SubscriptionNotFound',
      containsWith('he subscription ', { after: /^['"][^'"\n]{1,90}['"] could not be found/ }),
      containsWith('ubscription ', { after: /^[0-9a-f-]{36} was not found/i }),
      containsWith('he subscription of ', { after: /^['"][^'"\n]{1,90}['"] doesn['’]t exist in cloud/ }),
    ),
    'azureRefused',
    { specificity: 50 },
  ),
  // https://github.com/microsoft/vscode-azureappservice/issues/1646
  // https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-disabled
  'arm-subscription-disabled': refused(
    anyOf('ReadOnlyDisabledSubscription', 'is disabled and therefore marked as read only'),
    'azureRefused',
  ),
  // https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
  // https://github.com/Azure/migAz/issues/57, https://github.com/Azure/aks-engine/issues/2295
  // https://github.com/MicrosoftDocs/azure-docs/issues/105248
  'arm-too-many-requests': refused(
    anyOf(
      'TooManyRequests',
      'SubscriptionRequestsThrottled',
      'The request is being throttled',
      'too many requests have been received for this subscription',
      contains('Number of requests for subscription ', ' exceeded the backend storage limit'),
    ),
    'azureRefused',
    { terminal: false },
  ),
  // https://github.com/Azure/azure-sdk-for-python/issues/38382
  'arm-wrong-tenant': refused(
    anyOf('InvalidAuthenticationTokenTenant', 'he access token is from the wrong issuer'),
    'azureRefused',
    { confidence: 'public-report' },
  ),
  // The code alone names no reason.
  'arm-operation-not-allowed': refused(contains('OperationNotAllowed'), 'azureRefused', { specificity: 40 }),
} satisfies CatalogueGroup
