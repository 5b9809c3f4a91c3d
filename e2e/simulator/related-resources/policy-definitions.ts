import type { PolicyName } from '../model/related-resources'

interface PolicyDefinition {
  /** Name of the built-in definition in every cloud. */
  readonly id: string
  readonly displayName: string
  readonly description: string
  readonly mode: string
  readonly category: string
  readonly version: string
  readonly effects: readonly string[]
  readonly defaultEffect: string
  readonly when: Readonly<Record<string, unknown>>
}

const virtualMachines = { field: 'type', equals: 'Microsoft.Compute/virtualMachines' }
const extensions = { field: 'type', equals: 'Microsoft.Compute/virtualMachines/extensions' }
const secrets = { field: 'type', equals: 'Microsoft.KeyVault.Data/vaults/secrets' }
const audits = ['Audit', 'Deny', 'Disabled'] as const
const guestAudits = ['AuditIfNotExists', 'Disabled'] as const

/**
 * Built-in definitions that concern disk encryption, with their names in Azure
 * (https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions).
 */
export const policyDefinitions: Readonly<Record<PolicyName, PolicyDefinition>> = {
  'secret-maximum-validity': {
    id: '342e8053-e12e-4c44-be01-c3c2f318400f',
    displayName: 'Secrets should have the specified maximum validity period',
    description: 'Limits how long a secret of a key vault may be valid.',
    mode: 'Microsoft.KeyVault.Data',
    category: 'Key Vault',
    version: '1.0.1',
    effects: audits,
    defaultEffect: 'Audit',
    when: { allOf: [secrets, { field: 'Microsoft.KeyVault.Data/vaults/secrets/attributes.expiresOn', exists: true }] },
  },
  'secret-expiration-date': {
    id: '98728c90-32c7-4049-8429-847dc0f4fe37',
    displayName: 'Key Vault secrets should have an expiration date',
    description: 'Wants an expiration date on every secret of a key vault.',
    mode: 'Microsoft.KeyVault.Data',
    category: 'Key Vault',
    version: '1.0.2',
    effects: audits,
    defaultEffect: 'Audit',
    when: { allOf: [secrets, { field: 'Microsoft.KeyVault.Data/vaults/secrets/attributes.expiresOn', exists: false }] },
  },
  'encryption-at-host': {
    id: 'fc4d8e41-e223-45ea-9bf5-eada37891d87',
    displayName: 'Virtual machines and virtual machine scale sets should have encryption at host enabled',
    description: 'Wants encryption at host on every virtual machine.',
    mode: 'Indexed',
    category: 'Compute',
    version: '1.0.0',
    effects: audits,
    defaultEffect: 'Audit',
    when: {
      allOf: [
        virtualMachines,
        { field: 'Microsoft.Compute/virtualMachines/securityProfile.encryptionAtHost', notEquals: true },
      ],
    },
  },
  'approved-extensions': {
    id: 'c0e996f8-39cf-4af9-9f45-83fbde810432',
    displayName: 'Only approved VM extensions should be installed',
    description: 'Governs which extensions may be installed on a virtual machine.',
    mode: 'Indexed',
    category: 'Compute',
    version: '1.0.0',
    effects: audits,
    defaultEffect: 'Audit',
    when: {
      allOf: [
        extensions,
        {
          field: 'Microsoft.Compute/virtualMachines/extensions/type',
          notIn: "[parameters('approvedExtensions')]",
        },
      ],
    },
  },
  'linux-ade-or-host': {
    id: 'ca88aadc-6e2b-416c-9de2-5a0f01d1693f',
    displayName: 'Linux virtual machines should enable Azure Disk Encryption or EncryptionAtHost.',
    description: 'Audits from inside the guest whether a Linux virtual machine is encrypted.',
    mode: 'Indexed',
    category: 'Guest Configuration',
    version: '1.2.1',
    effects: guestAudits,
    defaultEffect: 'AuditIfNotExists',
    when: virtualMachines,
  },
  'windows-ade-or-host': {
    id: '3dc5edcd-002d-444c-b216-e123bbfa37c0',
    displayName: 'Windows virtual machines should enable Azure Disk Encryption or EncryptionAtHost.',
    description: 'Audits from inside the guest whether a Windows virtual machine is encrypted.',
    mode: 'Indexed',
    category: 'Guest Configuration',
    version: '1.1.1',
    effects: guestAudits,
    defaultEffect: 'AuditIfNotExists',
    when: virtualMachines,
  },
}

export function policyDefinitionId(name: PolicyName): string {
  return `/providers/Microsoft.Authorization/policyDefinitions/${policyDefinitions[name].id}`
}

/** A built-in definition as the API returns it. */
export function renderPolicyDefinition(name: PolicyName): Record<string, unknown> {
  const { id, displayName, description, mode, category, version, effects, defaultEffect, when } =
    policyDefinitions[name]
  return {
    id: policyDefinitionId(name),
    name: id,
    type: 'Microsoft.Authorization/policyDefinitions',
    properties: {
      displayName,
      policyType: 'BuiltIn',
      mode,
      description,
      metadata: { version, category },
      version,
      parameters: {
        effect: {
          type: 'String',
          metadata: { displayName: 'Effect' },
          allowedValues: effects,
          defaultValue: defaultEffect,
        },
      },
      policyRule: { if: when, then: { effect: "[parameters('effect')]" } },
    },
  }
}
