import type { StepWords } from '../types'

/** Steps after a refusal of ARM. */
export const requestSteps = {
  'show-quota': {
    title: 'Check the quota of the region',
    text: 'It lists usage and limit of each family of sizes in the region.',
    outputs: [{ output: '`CurrentValue` is close to `Limit`', means: 'The quota does not suffice for the request.' }],
  },
  'request-quota': {
    title: 'Raise the quota, or free cores',
    text: 'Request it in the portal under Quotas, for the family and the region in the message. VMs that are only shut down inside still use their cores.',
    outputs: [{ output: 'The new limit is listed', means: 'Repeat the request.' }],
  },
  'choose-other-size': {
    title: 'Choose another size, zone or region, or try again later',
    text: 'The size must support Azure Disk Encryption. A disk stays in its region and zone; do not delete an encrypted VM for this.',
    outputs: [
      { output: '`az vm list-skus` lists the size without a restriction', means: 'It can be requested there.' },
    ],
  },
  'find-resource': {
    title: 'Find the resource by its name',
    text: 'Put the name from the message into the command. It searches one subscription, so repeat it for others.',
    outputs: [
      { output: 'An ID with another group or type', means: 'Repeat the request with the names in this ID.' },
      { output: 'An empty list', means: 'It is not in this subscription, or you may not read it.' },
    ],
  },
  'show-subscriptions': {
    title: 'List the subscriptions of the caller',
    text: '`az account list --all --output table` or `Get-AzSubscription` lists what the signed-in account can see, with tenant and state.',
    outputs: [
      { output: 'The subscription is missing', means: 'The account has no role in it, or it is in another tenant.' },
      { output: '`Disabled` or `Warned`', means: 'It must be enabled before Azure accepts changes.' },
    ],
  },
  'sign-in-to-tenant': {
    title: 'Sign in to the tenant of the subscription',
    text: '`az login --tenant` or `Connect-AzAccount -Tenant` with the tenant that the message or the list of subscriptions names. It changes only the client’s sign-in.',
    outputs: [{ output: 'The subscription is listed', means: 'Repeat the request.' }],
  },
  'enable-subscription': {
    title: 'Enable the subscription again',
    text: 'Only the account administrator or an owner of the billing account can, in the portal under Subscriptions. Keep vault and keys: encrypted VMs need them to start.',
    outputs: [{ output: 'The state is `Enabled`', means: 'Repeat the request.' }],
  },
  'wait-for-request-limit': {
    title: 'Wait until Azure accepts requests again',
    text: 'Wait for the seconds that the answer names, then send the request once. More attempts prolong the limit.',
    outputs: [{ output: 'The request is accepted', means: 'Let tools ask less often.' }],
  },
  'register-provider': {
    title: 'Register the resource provider',
    text: 'For the namespace in the message, once for each subscription.',
    outputs: [{ output: '`Registered`', means: 'Repeat the request.' }],
  },
  'grant-azure-role': {
    title: 'Assign a role with the missing action to the caller',
    text: 'The message names the caller by `object id`, the action and the scope. For the extension, `Virtual Machine Contributor` on the VM is enough; for a vault, its own scope counts.',
    outputs: [
      { output: 'The role assignment is listed', means: 'Wait some minutes, sign in again and repeat the request.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
