import { expect, it } from 'vitest'
import { matchText } from '@/lib/messages/match'
import type { Exchange } from './exchange'
import { redactAll, vmId } from './testing/redact-all'

const exchange: Exchange = {
  method: 'GET',
  url: 'https://management.azure.com/x',
  requestBody: null,
  status: 200,
  headers: {},
  body: null,
}
const bareVm = { id: vmId, type: 'Microsoft.Compute/virtualMachines' }
const policyType = 'Microsoft.Authorization/policyAssignments'
const graphUrl = 'https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01'
const reporting = (message: string, list = 'substatuses') => ({
  ...bareVm,
  properties: { instanceView: { extensions: [{ [list]: [{ code: 'ProvisioningState/succeeded', message }] }] } },
})
const viewing = (view: object) => ({ ...bareVm, properties: { instanceView: { disks: [view] } } })
const agent = (status: object) => ({ ...bareVm, properties: { instanceView: { vmAgent: { statuses: [status] } } } })

/** Customer texts in places where the field's name is one of Azure's. */
const named: readonly (readonly [what: string, exchange: Partial<Exchange>])[] = [
  ...['mode', 'state', 'version', 'kind', 'effect', 'family', 'type', 'code', 'status'].map(
    (field) =>
      [
        `settings of another extension: ${field}`,
        { body: { ...bareVm, resources: [{ properties: { settings: { [field]: 'Canary-prod' } } }] } },
      ] as const,
  ),
  ['a word in settings', { body: { ...bareVm, resources: [{ properties: { settings: { mode: 'CanaryCorp' } } }] } }],
  ['a number in settings', { body: { ...bareVm, resources: [{ properties: { settings: { canaryPort: 20301 } } }] } }],
  ['a key of settings', { body: { ...bareVm, resources: [{ properties: { settings: { 'canary.host.corp': 1 } } }] } }],
  [
    'a key of settings that is an address',
    { body: { resources: [{ properties: { settings: { 'canary@corp.example': 2 } } }] } },
  ],
  ['the volume type', { body: { ...bareVm, resources: [{ properties: { settings: { VolumeType: 'canaryvol' } } }] } }],
  [
    'the sequence',
    { body: { ...bareVm, resources: [{ properties: { settings: { SequenceVersion: 'canaryseq' } } }] } },
  ],
  ['settings of a row', { url: graphUrl, body: { data: [{ id: vmId, settings: { state: 'CanaryCorp' } }] } }],
  ['a key of a map', { body: { ...bareVm, properties: { canaryKeyOfCustomer: 'x', nested: { 'canary.key': 1 } } } }],
  ['a key at the top', { body: { ...bareVm, CanaryTop: 1, canary_key: 'Succeeded' } }],
  [
    'a key of parameters',
    { body: { type: policyType, properties: { parameters: { canaryParameter: { value: 1 } } } } },
  ],
  ['a value of parameters', { body: { type: policyType, properties: { parameters: { x: { type: 'CanaryTeam' } } } } }],
  ['a key in a list of disks', { body: { properties: { storageProfile: { dataDisks: [{ CanaryKey: 'x', n: 1 }] } } } }],
  ['a key of a report', { body: reporting('{"os":"Encrypted","canaryKey":"canaryval"}') }],
  ['a word of a report', { body: reporting('{"os":"canarywordos"}') }],
  [
    'the message of a disk',
    { body: viewing({ statuses: [{ message: 'Disk of project canaryproject is attached' }] }) },
  ],
  ['the level of a status', { body: viewing({ statuses: [{ level: 'canary level' }] }) }],
  ['a code of a disk', { body: viewing({ statuses: [{ code: 'CanaryState/canaryvalue' }] }) }],
  ['the name of a disk view', { body: viewing({ name: 'canary-view', statuses: [] }) }],
  ['the message of the agent', { body: agent({ message: 'Host canaryhost at canary.example.org' }) }],
  ['the words of the agent', { body: agent({ displayStatus: 'Ready for canaryone' }) }],
  [
    'the version of the agent',
    { body: { ...bareVm, properties: { instanceView: { vmAgent: { vmAgentVersion: 'canaryagent' } } } } },
  ],
  ['the system', { body: { ...bareVm, properties: { instanceView: { osName: 'canary os', osVersion: 'canary 1' } } } }],
  ['the location', { body: { ...bareVm, location: 'canary-datacenter' } }],
  ['a zone', { body: { ...bareVm, zones: ['canaryzone'] } }],
  [
    'a refusal',
    {
      status: 404,
      body: { error: { code: 'X', message: "The Resource 'vaults/kvcanary' under 'rgcanary' was not found." } },
    },
  ],
  [
    'a code of a refusal',
    { status: 400, body: { error: { code: 'canaryVM01.contoso', details: [{ code: 'canary-9' }] } } },
  ],
  [
    'words of another type',
    { body: { value: [{ type: 'canary A', kind: 'Canary Corp', status: 'canary s', tier: 'CanaryTier' }] } },
  ],
  ['a text', { body: 'canaryhost login: password=canarypw' }],
  ['a page', { body: '<html>canary proxy</html>' }],
  ['the header date', { headers: { date: 'canary' } }],
  ['the header retry-after', { headers: { 'retry-after': 'canary2' } }],
  ['the type of content', { headers: { 'content-type': 'canary/x; name=canary' } }],
  ['a count of a header', { headers: { 'x-ms-ratelimit-remaining-subscription-reads': 'canary3' } }],
  ['a name of a header', { headers: { 'x-ms-ratelimit-remaining-canary': '11' } }],
  ['a parameter', { url: `https://management.azure.com${vmId}?api-version=canaryapi&$expand=canary.x&top=canary` }],
]

it.each(named)('a recording does not contain the customer text of %s', (_what, change) => {
  const [redacted] = redactAll([{ ...exchange, ...change }])
  expect(JSON.stringify(redacted).replaceAll('virtualMachines', '')).not.toMatch(/canary|20301/i)
})

it('keeps the words of settings of Azure Disk Encryption, and the form of a secret in a message', () => {
  const secret = 'https://kv-canaryvault.vault.azure.net/secrets/CanarySecretName/0d5f2a7c9b3e4f6aa1b2c3d4e5f60718'
  const settings = {
    EncryptionOperation: 'EnableEncryption',
    VolumeType: 'All',
    KeyVaultURL: 'https://c.vault.azure.net',
  }
  const [redacted] = redactAll([
    { ...exchange, body: { ...bareVm, resources: [{ properties: { settings } }] } },
    { ...exchange, body: reporting(secret) },
  ])
  expect(redacted?.body).toMatchObject({
    resources: [{ properties: { settings: { EncryptionOperation: 'EnableEncryption', VolumeType: 'All' } } }],
  })
  const [, second] = redactAll([exchange, { ...exchange, body: reporting(secret, 'statuses') }])
  const message = /"message":"([^"]*)"/.exec(JSON.stringify(second?.body))?.[1] ?? ''
  expect(message).toMatch(/^https:\/\/n[0-9a-f]{10}\.vault\.azure\.net\/secrets\/n[0-9a-f]{10}\/[0-9a-f]{32}$/)
  expect(matchText('status-message', message, { status: 'success' }).kind).toBe('dual-secret-url')
})
