import { describe, expect, it } from 'vitest'
import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { unknown } from '@/lib/shared/known'
import { objectOf } from '@/lib/wire/read'
import { Fingerprints } from '../fleet/fingerprints'
import { readAudits } from '../fleet/audits'
import { readFeature, readSizes } from '../retirement/places'
import { readAround } from '../timeline/read-around'
import { parseVmId } from '../vm-name'
import { readAttestation, readAttestations } from './guest-parts'
import { loadRelatedResources } from './load-related-resources'

const subscriptionId = '11111111-1111-4111-8111-111111111111'
const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`
const vm = parseVmId(id)!
const place = { id, path: id, subscriptionId }
const hosts = { kind: 'suffixes', suffixes: [] } as const
const vaultId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v`
const nic = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Network/networkInterfaces/n`
const vmJson = objectOf(
  vmBody({
    osDisk: { stamp: 'encrypted', settings: true },
    data: [{}],
    model: {
      enabled: true,
      diskEncryptionKey: { secretUrl: 'https://v.vault.azure.net/secrets/s/1', sourceVault: { id: vaultId } },
      keyEncryptionKey: { keyUrl: 'https://v.vault.azure.net/keys/k/1', sourceVault: { id: vaultId } },
    },
  }),
)!
const networkProfile = { networkInterfaces: [{ id: nic }] }
const wholeJson = JSON.stringify({ ...vmJson, properties: { ...objectOf(vmJson['properties']), networkProfile } })
// Disks with ids that can be requested.
const facts = readVmFacts(
  JSON.parse(wholeJson.replaceAll('/disks/', '/resourceGroups/rg/providers/Microsoft.Compute/disks/')),
)

const refusals: readonly (readonly [string, FakeAnswer])[] = [
  [
    'a table',
    { status: 400, json: { error: { code: 'BadRequest', details: [{ code: 'DisallowedLogicalTableName' }] } } },
  ],
  ['a provider', { status: 404, json: { error: { code: 'InvalidResourceNamespace', message: 'x' } } }],
  ['a type of a provider', { status: 404, json: { error: { code: 'InvalidResourceType', message: 'x' } } }],
]

describe.each(refusals)('a cloud that lacks %s', (_what, answer) => {
  const session = () => fakeSession(() => answer)

  it('is reported as lacking it by every requested part of the related resources, and no part is called absent', async () => {
    const made = session()
    const around = await made.settle(
      loadRelatedResources(made.session, vm, facts, { hosts, attestation: unknown('not-asked') }),
    )
    const parts = Object.entries(around).filter(([, part]) => part.known || part.why !== 'not-asked')
    expect(parts.map(([name]) => name)).toEqual(Object.keys(around))
    for (const [name, part] of parts) expect([name, part]).toEqual([name, unknown('unavailable')])
  })

  it('is reported as lacking it by the audit of a VM, and its verdict is reached without one', async () => {
    const made = session()
    expect(await made.settle(readAttestation(made.session, place))).toEqual(unknown('unavailable'))
    expect((await made.settle(readAttestations(made.session, [subscriptionId], [id]))).size).toBe(0)
    const fleet = { session: made.session, fingerprints: new Fingerprints() }
    expect((await made.settle(readAudits(fleet, [subscriptionId]))).size).toBe(0)
  })

  it('is reported as lacking it by each source of a timeline', async () => {
    const made = session()
    const now = made.clock.now()
    const around = await made.settle(
      readAround(made.session, {
        vm,
        diskIds: [id.replace('virtualMachines/vm', 'disks/d')],
        extensions: [],
        span: { disks: 'data', from: now - 3_600_000, to: now },
        similar: { store: null, caller: null, vm: null, observations: [], polling: null, now } as never,
        attestation: unknown('unavailable'),
      }),
    )
    for (const { source, outcome } of around.sources) expect([source, outcome]).toEqual([source, 'unavailable'])
    expect(around.events).toEqual([])
  })

  it('is reported as lacking it by what retirement reads of regions and sizes', async () => {
    const made = session()
    expect(await made.settle(readFeature(made.session, subscriptionId))).toMatchObject({
      registered: unknown('unavailable'),
    })
    const sizes = await made.settle(
      readSizes(made.session, [{ subscriptionId, region: 'westeurope', sizes: ['Standard_D2s_v5'] }]),
    )
    expect(sizes).toMatchObject([{ atHost: unknown('unavailable') }])
  })
})

describe('an unreadable item of a list', () => {
  const lists = (part: RegExp, value: readonly unknown[]) =>
    fakeSession(({ url }) => (part.test(url) ? { json: { value } } : { json: { value: [] } }))
  const read = async (made: ReturnType<typeof fakeSession>, of = facts) =>
    made.settle(loadRelatedResources(made.session, vm, of, { hosts, attestation: unknown('absent') }))

  it.each([[{}], [{ id: 'x', properties: { level: 'SomethingNew' } }], [null]])('may be any lock: %j', async (lock) => {
    expect((await read(lists(/locks/, [lock]))).locks).toEqual(unknown('unreadable'))
  })

  it('may be the vault that is searched for', async () => {
    const bare = readVmFacts(vmBody({}))
    const vaults = (value: readonly unknown[]) => read(lists(/KeyVault\/vaults/, value), bare)
    expect((await vaults([])).vault).toEqual(unknown('absent'))
    for (const vault of [{}, { properties: {} }]) expect((await vaults([vault])).vault).toEqual(unknown('unreadable'))
  })
})
