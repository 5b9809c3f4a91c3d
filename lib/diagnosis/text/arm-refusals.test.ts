import { describe, expect, it } from 'vitest'
import type { CatalogueId } from '@/lib/messages/ids'
import { samples } from '@/lib/messages/testing/samples'
import { explainAny } from './explain-any'

/** A code of ARM, its sentence, the message that is recognised, and the first cause. */
const refusals: readonly (readonly [code: string, sentence: string, kind: CatalogueId, cause: string])[] = [
  ['ScopeLocked', samples['arm-scope-locked'], 'arm-scope-locked', 'lock-forbids shown'],
  [
    'AuthorizationFailed',
    samples['arm-authorization-failed'],
    'arm-authorization-failed',
    'caller-lacks-azure-role shown',
  ],
  [
    'LinkedAuthorizationFailed',
    "The client 'x' with object id 'y' has permission to perform action 'Microsoft.Compute/virtualMachines/write' on scope '/subscriptions/s/vm'; however, it does not have permission to perform action 'Microsoft.KeyVault/vaults/deploy/action' on the linked scope(s) '/subscriptions/s/kv' or the linked scope(s) are invalid.",
    'arm-authorization-failed',
    'caller-lacks-azure-role shown',
  ],
  [
    'AnotherOperationInProgress',
    'Another operation on this or dependent resource is in progress.',
    'arm-another-operation',
    'operation-goes-on shown',
  ],
  ['Conflict', samples['arm-another-operation'], 'arm-another-operation', 'operation-goes-on shown'],
  ['SkuNotAvailable', samples['arm-size-not-available'], 'arm-size-not-available', 'size-not-available shown'],
  ['QuotaExceeded', samples['arm-quota-exceeded'], 'arm-quota-exceeded', 'quota-exhausted shown'],
  ['OperationNotAllowed', samples['arm-quota-exceeded'], 'arm-quota-exceeded', 'quota-exhausted shown'],
  ['OperationNotAllowed', samples['arm-vm-not-running'], 'arm-vm-not-running', 'switched-off shown'],
  [
    'RequestDisallowedByPolicy',
    samples['arm-disallowed-by-policy'],
    'arm-disallowed-by-policy',
    'refusal-names-reason shown',
  ],
  [
    'MissingSubscriptionRegistration',
    samples['arm-provider-not-registered'],
    'arm-provider-not-registered',
    'provider-not-registered shown',
  ],
  [
    'VMAgentStatusCommunicationError',
    samples['arm-vmagent-status-communication'],
    'arm-vmagent-status-communication',
    'agent-away-during-copy possible',
  ],
  [
    'VMExtensionHandlerNonTransientError',
    samples['arm-handler-nontransient'],
    'arm-handler-nontransient',
    'cause-only-in-log supported',
  ],
  [
    'VMExtensionProvisioningTimeout',
    samples['arm-extension-timeout'],
    'arm-extension-timeout',
    'operation-goes-on possible',
  ],
  ['ResourceNotFound', samples['arm-resource-not-found'], 'arm-resource-not-found', 'resource-not-there shown'],
  [
    'ParentResourceNotFound',
    "Can not perform requested operation on nested resource. Parent resource 'vm-lotus' not found.",
    'arm-resource-not-found',
    'resource-not-there shown',
  ],
  [
    'SubscriptionNotFound',
    samples['arm-subscription-not-found'],
    'arm-subscription-not-found',
    'subscription-not-accessible shown',
  ],
  [
    'SubscriptionNotFound',
    'Subscription 11111111-2222-4333-8444-555555555555 was not found.',
    'arm-subscription-not-found',
    'subscription-not-accessible shown',
  ],
  [
    'ReadOnlyDisabledSubscription',
    samples['arm-subscription-disabled'],
    'arm-subscription-disabled',
    'subscription-disabled shown',
  ],
  ['TooManyRequests', 'The request is being throttled.', 'arm-too-many-requests', 'too-many-requests shown'],
  ['OperationNotAllowed', samples['arm-too-many-requests'], 'arm-too-many-requests', 'too-many-requests shown'],
  [
    'SubscriptionRequestsThrottled',
    "Number of requests for subscription 's' and operation 'POST/VIRTUALMACHINES/START' exceeded the backend storage limit. Please try again after '6' seconds.",
    'arm-too-many-requests',
    'too-many-requests shown',
  ],
  ['InvalidAuthenticationTokenTenant', samples['arm-wrong-tenant'], 'arm-wrong-tenant', 'caller-in-other-tenant shown'],
]

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)

/** How clients print a refusal. */
const clients: Readonly<Record<string, (code: string, sentence: string) => string>> = {
  'Azure CLI': (code, sentence) => `(${code}) ${sentence}\nCode: ${code}\nMessage: ${sentence}`,
  'Azure CLI, one line': (code, sentence) => `ERROR: (${code}) ${sentence}`,
  PowerShell: (code, sentence) =>
    `Set-AzVMDiskEncryptionExtension: ${sentence}\nErrorCode: ${code}\nErrorMessage: ${sentence}\nStatusCode: 409\nReasonPhrase: Conflict\nOperationID : x\nAt line:1 char:1`,
  ARM: (code, sentence) => JSON.stringify({ error: { code, message: sentence } }, null, 2),
  deployment: (code, sentence) =>
    JSON.stringify({
      status: 'Failed',
      error: {
        code: 'DeploymentFailed',
        message: 'At least one resource deployment operation failed. Please list deployment operations for details.',
        details: [{ code: 'Conflict', message: JSON.stringify({ error: { code, message: sentence } }) }],
      },
    }),
  Bicep: (code, sentence) =>
    `ERROR: ${JSON.stringify({ code: 'InvalidTemplateDeployment', message: 'The template deployment failed.', details: [{ code, message: sentence }] })}`,
  Terraform: (code, sentence) =>
    `Error: updating Extension: performing CreateOrUpdate: unexpected status 409 (409 Conflict) with error: ${code}: ${sentence}\n\n  with azurerm_virtual_machine_extension.ade,\n  on main.tf line 12, in resource "azurerm_virtual_machine_extension" "ade":`,
  'Terraform, old': (code, sentence) =>
    `Error: compute.VirtualMachineExtensionsClient#CreateOrUpdate: Failure sending request: StatusCode=409 -- Original Error: Code="${code}" Message="${escaped(sentence)}"`,
  Ansible: (code, sentence) =>
    `fatal: [localhost]: FAILED! => {"changed": false, "msg": "Error creating VM extension ade: (${code}) ${escaped(sentence)}\\nCode: ${code}\\nMessage: ${escaped(sentence)}"}`,
}

describe.each(refusals)('%s (%s)', (code, sentence, kind, cause) => {
  it.each(Object.keys(clients))('has its meaning and cause in the output of %s', (client) => {
    const read = explainAny(clients[client]!(code, sentence))
    if (read.kind !== 'text') throw new Error(`read as ${read.kind}`)
    expect(read.text.messages.find(({ decides }) => decides)?.kind).toBe(kind)
    const [first] = read.text.problems.flatMap(({ causes }) => causes)
    expect(`${first?.kind} ${first?.support}`).toBe(cause)
    expect(first?.steps.length).toBeGreaterThan(0)
  })
})

it.each([
  "azure.core.exceptions.ResourceNotFoundError: (ResourceGroupNotFound) Resource group 'rg-harbor' could not be found.",
  "azure.cli.core.azclierror.ResourceNotFoundError: (SubscriptionNotFound) The subscription '11111111-2222-4333-8444-555555555555' could not be found.",
])('takes the class of an error for no code: %s', (text) => {
  const read = explainAny(text)
  if (read.kind !== 'text') throw new Error(`read as ${read.kind}`)
  expect(read.text.messages.map(({ kind }) => kind)).not.toContain('arm-resource-not-found')
  expect(read.text.problems[0]?.kind).toBe('azure-refused-request')
})

it('ends no work that runs', () => {
  const read = explainAny(`OS disk encryption started\n(ScopeLocked) ${samples['arm-scope-locked']}`)
  if (read.kind !== 'text') throw new Error(`read as ${read.kind}`)
  expect(read.text.changesAllowed).toBe(false)
})
