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
