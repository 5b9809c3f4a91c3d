import { describe, expect, it } from 'vitest'
import type { Result } from '@/lib/shared/result'
import { readActivityLog } from './calls/activity-log'
import { getJson } from './calls/get-json'
import { followable } from './calls/paging'
import { getResource, listResources, retrieveBootDiagnostics } from './calls/resource'
import { queryResourceGraph } from './calls/resource-graph'
import { listInstances } from './calls/scale-set'
import { listSubscriptions } from './calls/subscriptions'
import { getVirtualMachine } from './calls/virtual-machine'
import { firstVirtualMachines } from './calls/vm-list'
import { perform } from './perform'
import type { ArmSession } from './session'
import { fakeSession } from './testing/fake-session'

const arm = 'https://arm.test'
const subscriptionId = '11111111-1111-4111-8111-111111111111'
const vm = { subscriptionId, resourceGroup: 'rg', name: 'vm' }
const request = { path: '/subscriptions/x/list', subscriptionId, provider: 'Microsoft.Compute' } as const

/** Addresses outside the configured ARM, each similar enough to pass a careless check. */
const elsewhere = [
  'https://evil.test/subscriptions?p=2',
  'https://arm.test.evil.test/',
  'https://evil.test/https://arm.test/',
  'https://evil.test#@arm.test/',
  'https://arm.test@evil.test/',
  'https://user:secret@arm.test/',
  'https://arm.test%2eevil.test/',
  'https://arm.test%00.evil.test/',
  'https://evil.test\\.arm.test/',
  'https://аrm.test/',
  'https://arm.test:8443/',
  'http://arm.test/',
  'HTTP://ARM.TEST/',
  'wss://arm.test/',
  '//evil.test/x',
  '/subscriptions?p=2',
  '\\\\evil.test\\x',
  'https:evil.test',
  'https://169.254.169.254/metadata/identity/oauth2/token',
  'https://168.63.129.16/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::ffff:169.254.169.254]/',
  'file:///etc/passwd',
  'data:application/json,{"value":[]}',
  'javascript:alert(1)',
  'blob:https://arm.test/1',
  'x',
]

type Call = (session: ArmSession) => Promise<Result<unknown, unknown>>
const graph: Call = (session) =>
  queryResourceGraph(session, { text: 'q', subscriptions: ['s'], read: () => 'row', onRows: () => undefined })

/** Every call of the product to ARM. */
const lists: Readonly<Record<string, Call>> = {
  subscriptions: listSubscriptions,
  resources: (session) => listResources(session, request),
  instances: (session) =>
    listInstances(session, { subscriptionId, resourceGroup: 'rg', scaleSet: 'set' }, () => undefined),
  'activity log': (session) =>
    readActivityLog(session, {
      subscriptionId,
      by: { field: 'resourceGroupName', value: 'rg' },
      from: '2026-11-01T00:00:00Z',
      maxPages: 10,
    }),
}
const single: Readonly<Record<string, Call>> = {
  VM: (session) => getVirtualMachine(session, vm, 'rest'),
  resource: (session) => getResource(session, request),
  'boot diagnostics': (session) => retrieveBootDiagnostics(session, request),
  'first VMs': (session) => firstVirtualMachines(session, subscriptionId),
  'Resource Graph': graph,
}

/** The origins of all requests, leaving out retries. */
const originsOf = (sent: readonly { readonly url: string }[]) => [
  ...new Set(sent.map(({ url }) => new URL(url).origin)),
]

describe('the next page of a list', () => {
  it.each(elsewhere)('is not followed to %s', (address) => {
    expect(followable(address, arm, new Set())).toBeNull()
  })

  it('is followed within ARM, and never in a circle', () => {
    const next = `${arm}/subscriptions?p=2`
    expect(followable(next, arm, new Set())).toBe(next)
    expect(followable('HTTPS://ARM.TEST:443/subscriptions?p=2', arm, new Set())).toBe(next)
    // Some parsers read another host here; `URL` reads a path on this host, and it is sent as such.
    expect(followable('https://arm.test\\@evil.test/', arm, new Set())).toBe(`${arm}/@evil.test/`)
    expect(followable(`${arm}/x/../subscriptions?p=2`, arm, new Set([next]))).toBeNull()
  })

  it('is not followed by the lower layers either', async () => {
    for (const address of elsewhere.filter((each) => URL.canParse(each))) {
      const made = fakeSession(() => ({ json: {} }))
      const lane = { kind: 'arm-reads', scope: 's' } as const
      const call = { lane, provider: 'Microsoft.Compute', scope: 's', vmId: null, priority: 'rest' } as const
      const send = getJson(made.session, address)
      await made.settle(perform(made.session, { ...call, timeoutMilliseconds: 1000, send }))
      expect(made.sent, address).toEqual([])
    }
  })

  it.each(Object.entries(lists))('sends no token elsewhere: %s', async (_name, call) => {
    for (const nextLink of elsewhere) {
      const made = fakeSession(() => ({ json: { value: [], nextLink } }))
      expect(await made.settle(call(made.session)), nextLink).toMatchObject({ ok: false })
      expect(made.sent, nextLink).toHaveLength(1)
    }
  })

  it.each(Object.entries(single))('is ignored in a response that is not a list: %s', async (_name, call) => {
    for (const nextLink of elsewhere) {
      const body = {
        value: [],
        data: [],
        totalRecords: 0,
        nextLink,
        $skipToken: undefined,
        '@odata.nextLink': nextLink,
      }
      const made = fakeSession(() => ({ json: body }))
      await made.settle(call(made.session))
      expect(originsOf(made.sent), nextLink).toEqual([arm])
    }
  })
})

describe('a response that names another address', () => {
  const everything = Object.entries({ ...lists, ...single })

  it.each(everything)('is not followed with a token, for any status and headers: %s', async (_name, call) => {
    for (const status of [200, 201, 202, 204, 301, 302, 303, 307, 308, 429, 503]) {
      const address = elsewhere[status % elsewhere.length] ?? ''
      const headers = {
        location: 'https://evil.test/location',
        'content-location': 'https://evil.test/content',
        'azure-asyncoperation': 'https://evil.test/operation',
        'operation-location': 'https://evil.test/operation',
        link: '<https://evil.test/link>; rel="next"',
        refresh: '0; url=https://evil.test/refresh',
        'x-ms-routing-redirect': address.replaceAll(/[^\x21-\x7e]/g, ''),
        'retry-after': '0',
      }
      const made = fakeSession(() => ({ status, json: { status: 'InProgress', value: [] }, headers }))
      await made.settle(call(made.session))
      expect(originsOf(made.sent), String(status)).toEqual([arm])
      expect(new Set(made.sent.map(({ url }) => url)).size, String(status)).toBe(1)
    }
  })
})
