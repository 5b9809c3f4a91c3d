import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET, POST } from '@/app/api/v1/vms/[subscription]/[group]/[name]/troubleshoot/route'
import { troubleshootSchema, type Troubleshoot } from '@/lib/contract/troubleshoot'
import type { TenantClient } from '../simulator/control/client'
import { ask, readFleet, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const ids = new Map<string, string>()
const reader = 'Chiara Rossi'
const operator = 'Aiko Tanaka'
const vmOnly = 'Ivan Petrov'

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'troubleshooting', seed: 3 })
  await tenant.clock({ freeze: true })
  for (const { id, name } of await tenant.vms()) ids.set(name, id)
})
afterAll(() => stack.stop())

function paramsOf(name: string) {
  const [, , subscription, , group, , , , vm] = (ids.get(`vm-${name}`) ?? '').split('/')
  return { subscription, group, name: vm }
}

async function readAnswer(name: string, person = reader): Promise<Troubleshoot> {
  const response = await ask(GET, tenant, person, { params: paramsOf(name) })
  expect(response.status).toBe(200)
  return troubleshootSchema.parse(await response.json())
}

const foundOf = ({ prerequisites }: Troubleshoot, kind: string) => prerequisites.find((each) => each.kind === kind)
const readOf = ({ reads }: Troubleshoot, name: string) => reads.find((each) => each.name === name)

describe('the related resources of a VM', () => {
  it.each([
    ['vault-firewall', 'vault-firewall', 'fail', 'vault-shuts-platform-out'],
    ['vault-private', 'vault-firewall', 'fail', 'vault-shuts-platform-out'],
    ['vault-perimeter', 'vault-firewall', 'warn', 'vault-perimeter'],
    ['vault-region', 'vault-region', 'fail', 'vault-other-region'],
    ['vault-subscription', 'vault-subscription', 'fail', 'vault-other-subscription'],
    ['vault-subscription', 'vault-enabled', 'pass', 'vault-enabled'],
    ['vault-not-enabled', 'vault-enabled', 'fail', 'vault-not-enabled'],
    ['vault-soft-delete', 'vault-soft-delete', 'fail', 'vault-soft-delete-off'],
    ['vault-missing', 'vault-enabled', 'fail', 'vault-missing'],
    ['key-disabled', 'key-version', 'fail', 'key-version-disabled'],
    ['key-expired', 'key-version', 'fail', 'key-version-expired'],
    ['key-rotated', 'key-version', 'warn', 'key-version-superseded'],
    ['key-elliptic', 'key-type', 'fail', 'key-not-rsa'],
    ['key-2048', 'key-type', 'fail', 'key-2048-windows'],
    ['dual-pass-blocked', 'network-entra-vault', 'fail', 'network-entra-vault-blocked'],
    ['network-imds', 'network-platform', 'fail', 'network-platform-blocked'],
    ['network-storage', 'network-storage', 'warn', 'network-storage-blocked'],
    ['network-packages', 'network-packages', 'warn', 'network-packages-blocked'],
    ['network-tunnel', 'network-packages', 'warn', 'network-forced-tunnel'],
    ['network-dns', 'custom-dns', 'warn', 'dns-custom-dual-pass'],
    ['policy-secret-validity', 'policy-deny', 'fail', 'policy-secret-validity'],
    ['policy-secret-expiration', 'policy-deny', 'fail', 'policy-secret-expiration'],
    ['policy-extensions', 'policy-deny', 'warn', 'policy-approved-extensions'],
    ['policy-host', 'policy-deny', 'warn', 'policy-encryption-at-host'],
    ['lock-read-only', 'locks', 'fail', 'lock-read-only'],
    ['lock-group', 'locks', 'fail', 'lock-read-only'],
    ['lock-delete', 'locks', 'warn', 'lock-no-delete'],
    ['not-ready-memory', 'memory', 'fail', 'memory-below-minimum'],
    ['not-ready-shared', 'shared-disk', 'fail', 'disk-shared'],
    ['not-ready-snapshot', 'backup-before', 'warn', 'snapshot-none-seen'],
  ])('%s: %s %ss as %s', async (name, kind, outcome, reason) => {
    expect(foundOf(await readAnswer(name), kind)).toMatchObject({ outcome, reason })
  })

  it.each([
    ['ready-linux', /^ready/],
    ['ready-windows', /^ready/],
    ['not-ready-size-a', /^not-ready$/],
    ['not-ready-size-v7', /^not-ready$/],
    ['not-ready-ultra', /^not-ready$/],
    ['not-ready-premium-v2', /^not-ready$/],
    ['not-ready-write-accelerator', /^not-ready$/],
    ['not-ready-ephemeral', /^not-ready$/],
    ['not-ready-customer-key', /^not-ready$/],
    ['not-ready-host', /^not-ready$/],
    ['not-ready-confidential', /^not-ready$/],
    ['not-ready-distro', /^not-ready$/],
    ['not-ready-custom-image', /^not-ready$/],
    ['not-ready-stopped', /^not-ready$/],
    ['not-ready-agent', /^not-ready$/],
    ['not-ready-agent-version', /^not-ready$/],
    ['not-ready-extensions-off', /^not-ready$/],
  ])('%s is %s', async (name, readiness) => {
    expect((await readAnswer(name)).readiness).toMatch(readiness)
  })

  it('reads everything that the user may read, and names what more would need', async () => {
    const answer = await readAnswer('vault-firewall')
    expect(answer.reads.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(readOf(answer, 'boot-log')).toEqual({
      name: 'boot-log',
      outcome: 'denied',
      role: 'Virtual Machine Contributor',
    })
    expect(readOf(answer, 'vault')).toEqual({ name: 'vault', outcome: 'read', role: null })
    expect(answer.inside).toBeNull()
    expect((await tenant.traffic()).refusedChanges).toBe(0)
  })

  it('includes what guest configuration attests', async () => {
    expect((await readAnswer('attested-ade')).verdict.state).toBe('encrypted')
    expect((await readAnswer('attested-stale')).verdict.state).toBe('encrypted-unverified')
    expect((await readAnswer('attested-not-compliant')).verdict.state).toBe('conflict')
  })
})

describe('the fleet', () => {
  it('finds from the inventory alone where encryption could not be started', async () => {
    const { rows } = await readFleet(await ask(getFleet, tenant, reader))
    const readinessOf = (name: string) => rows.get((ids.get(`vm-${name}`) ?? '').toLowerCase())?.readiness
    for (const name of ['ready-linux', 'ready-windows', 'not-ready-memory']) {
      expect(readinessOf(name), name).toBe('no-obstacle')
    }
    for (const name of ['size-a', 'size-v7', 'ephemeral', 'customer-key', 'confidential', 'custom-image', 'stopped']) {
      expect(readinessOf(`not-ready-${name}`), name).toBe('not-ready')
    }
    expect(readinessOf('attested-ade')).toBeNull()
  })
})

describe('boot diagnostics', () => {
  it('are read by users with the permission, without a token for the storage account', async () => {
    await tenant.clearTraffic()
    const answer = await readAnswer('vault-firewall', operator)
    expect(readOf(answer, 'boot-log')).toMatchObject({ outcome: 'read' })
    expect(answer.inside).toMatchObject({ source: 'boot-diagnostics' })
    const { counts } = await tenant.traffic()
    expect(counts['storage-token']).toBeUndefined()
    expect(counts['storage-blob']).toEqual({ 200: 1 })
  })

  it('are not requested when they are disabled', async () => {
    await tenant.clearTraffic()
    expect(readOf(await readAnswer('not-ready-boot-diagnostics', operator), 'boot-log')).toMatchObject({
      outcome: 'absent',
    })
    expect((await tenant.traffic()).counts['boot-diagnostics']).toBeUndefined()
  })
})

describe('refusals and faults', () => {
  it('leave the answer complete for a user who may see only VMs', async () => {
    const name = 'vault-firewall'
    const response = await ask(GET, tenant, vmOnly, { params: paramsOf(name) })
    const answer = troubleshootSchema.parse(await response.json())
    const denied = answer.reads.filter(({ outcome }) => outcome === 'denied').map(({ name: part }) => part)
    expect(denied).toEqual(
      expect.arrayContaining(['size', 'disks', 'vault', 'network', 'policies', 'locks', 'snapshots', 'boot-log']),
    )
    expect(answer.reads.every(({ outcome, role }) => (outcome === 'denied') === (role !== null))).toBe(true)
    expect(foundOf(answer, 'vault-firewall')).toMatchObject({ outcome: 'not-allowed', missing: 'vault' })
    expect(answer.readiness).not.toMatch(/^ready/)
  })

  it.each(['truncate', 'garble', 'html', 'vanish', 'drop'] as const)(
    '%s: only this part is missing from the answer',
    async (kind) => {
      await tenant.addFault({ kind, routes: ['vault-get', 'disk-get', 'security-group-get', 'locks-list-resource'] })
      const answer = await readAnswer('vault-firewall')
      await tenant.removeFaults()
      for (const part of ['vault', 'disks', 'network'] as const) {
        expect(readOf(answer, part)?.outcome, part).toMatch(/^(failed|absent)$/)
      }
      expect(foundOf(answer, 'vault-firewall')?.outcome).not.toBe('pass')
      expect(answer.readiness).not.toMatch(/^ready/)
    },
    60_000,
  )

  it('never follow a list to another host, and never count a broken list as short', async () => {
    const lists = ['snapshots-list-all', 'locks-list-resource', 'vault-list-all']
    await tenant.addFault({ kind: 'foreign-next-link', routes: lists })
    const answer = await readAnswer('not-ready-snapshot')
    await tenant.removeFaults()
    for (const part of ['snapshots', 'locks', 'vault'] as const) {
      expect(readOf(answer, part), part).toMatchObject({ outcome: 'failed' })
    }
    expect(foundOf(answer, 'locks')).toMatchObject({ outcome: 'unread', missing: 'locks' })
  })

  it('answers the same for a missing VM and one that may not be read', async () => {
    const there = paramsOf('vault-firewall')
    const answers = await Promise.all(
      [
        { person: 'Dmitri Volkov', params: there },
        { person: reader, params: { ...there, name: 'none' } },
      ].map(async ({ person, params }) => {
        const response = await ask(GET, tenant, person, { params })
        const { requestId, ...body } = (await response.json()) as Record<string, unknown>
        expect(requestId).toBeTypeOf('string')
        return { status: response.status, body }
      }),
    )
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(answers[1]).toEqual(answers[0])
  })
})

describe('a pasted log', () => {
  async function paste(body: string, type = 'application/json'): Promise<Response> {
    const token = await tenant.token({ person: reader })
    const headers = { authorization: `Bearer ${token}`, 'content-type': type }
    const request = new Request('http://localhost/x', { method: 'POST', headers, body })
    return POST(request, { params: Promise.resolve(paramsOf('vault-firewall')) })
  }

  it('is weighed', async () => {
    const log = 'x\n[AzureDiskEncryption] 2026/11/24 10:00:00 MACHINE STATE: stripdown\n<script>alert(1)</script>'
    const response = await paste(JSON.stringify({ log }))
    const answer = troubleshootSchema.parse(await response.json())
    expect(answer.inside).toMatchObject({ source: 'pasted', cut: false })
    expect(answer.inside?.steps).toEqual(['stripdown'])
  })

  it.each([
    ['no JSON', '{', 'application/json', 400, 'json-invalid'],
    ['no log', '{}', 'application/json', 400, 'request-invalid'],
    ['something more', '{"log":"x","more":1}', 'application/json', 400, 'request-invalid'],
    ['a number', '{"log":5}', 'application/json', 400, 'request-invalid'],
    ['no JSON by its type', '{"log":"x"}', 'text/plain', 400, 'request-invalid'],
    ['too long', JSON.stringify({ log: 'x'.repeat(1_000_001) }), 'application/json', 413, 'body-too-large'],
    ['far too long', JSON.stringify({ log: 'x'.repeat(6_100_000) }), 'application/json', 413, 'body-too-large'],
  ])('is refused: %s', async (_, body, type, status, code) => {
    await tenant.clearTraffic()
    const response = await paste(body, type)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
    expect((await tenant.traffic()).counts['vm-get']).toBeUndefined()
  })
})
