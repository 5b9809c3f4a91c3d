/** Refusals of ARM, as its clients print their messages. */
export const requestSamples = {
  'arm-scope-locked':
    "The scope '/subscriptions/s/resourceGroups/rg-harbor/providers/Microsoft.Compute/virtualMachines/vm-lotus/extensions/AzureDiskEncryptionForLinux' cannot perform write operation because following scope(s) are locked: '/subscriptions/s/resourceGroups/rg-harbor'. Please remove the lock and try again.",
  'arm-authorization-failed':
    "The client 'user@example.com' with object id '11111111-2222-4333-8444-555555555555' does not have authorization to perform action 'Microsoft.Compute/virtualMachines/extensions/write' over scope '/subscriptions/s/resourceGroups/rg-harbor/providers/Microsoft.Compute/virtualMachines/vm-lotus/extensions/AzureDiskEncryptionForLinux' or the scope is invalid. If access was recently granted, please refresh your credentials.",
  'arm-size-not-available':
    "The requested VM size for resource 'Following SKUs have failed for Capacity Restrictions: Standard_D4s_v3' is currently not available in location 'westeurope'. Please try another size or deploy to a different location or different zone.",
  'arm-quota-exceeded':
    'Operation could not be completed as it results in exceeding approved standardDSv3Family Cores quota. Additional details - Deployment Model: Resource Manager, Location: westeurope, Current Limit: 10, Current Usage: 10, Additional Required: 4, (Minimum) New Limit Required: 14.',
  'arm-provider-not-registered':
    "The subscription is not registered to use namespace 'Microsoft.KeyVault'. See https://aka.ms/rps-not-found for how to register subscriptions.",
  'arm-resource-not-found':
    "The Resource 'Microsoft.Compute/virtualMachines/vm-lotus' under resource group 'rg-harbor' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
  'arm-subscription-not-found': "The subscription '11111111-2222-4333-8444-555555555555' could not be found.",
  'arm-subscription-disabled':
    "The subscription '11111111-2222-4333-8444-555555555555' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.",
  'arm-too-many-requests':
    'The server rejected the request because too many requests have been received for this subscription.',
  'arm-wrong-tenant':
    "The access token is from the wrong issuer 'https://sts.windows.net/11111111-2222-4333-8444-555555555555/'. It must match the tenant 'https://sts.windows.net/66666666-7777-4888-8999-000000000000/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/66666666-7777-4888-8999-000000000000' to get the token.",
  'arm-operation-not-allowed': 'OperationNotAllowed',
} as const
