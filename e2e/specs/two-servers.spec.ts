import type { APIRequestContext } from '@playwright/test'
import {
  snapshotListSchema,
  snapshotPreviewSchema,
  snapshotPublishedSchema,
  snapshotRevokedSchema,
} from '@/lib/contract/snapshots'
import { expect, people, test, type Tenant } from '../fixtures/test'

/** Calls of one user to one server's API. */
function apiOf(request: APIRequestContext, origin: string, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  return {
    post: async (path: string, data: object): Promise<unknown> =>
      (await request.post(`${origin}/api/v1/${path}`, { headers, data })).json(),
    get: async (path: string): Promise<unknown> => (await request.get(`${origin}/api/v1/${path}`, { headers })).json(),
    remove: async (path: string): Promise<unknown> =>
      (await request.delete(`${origin}/api/v1/${path}`, { headers })).json(),
  }
}

type Api = ReturnType<typeof apiOf>

/** Creates a link to a VM's state and returns its token. */
async function makeLink(api: Api, tenant: Tenant): Promise<string> {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = (await tenant.vms())[0]?.id.split('/') ?? []
  const subject = { kind: 'vm', vm: { subscriptionId, resourceGroup, name } }
  const { draft } = snapshotPreviewSchema.parse(await api.post('snapshots/preview', { subject, reveal: [] }))
  const made = await api.post('snapshots', { draft, hours: 1, passphrase: null })
  return snapshotPublishedSchema.parse(made).token ?? ''
}

test('a link that is revoked on one server is gone on the other, in both directions', async ({
  request,
  tenant,
  baseURL,
  secondOrigin,
}) => {
  const token = await tenant.token({ person: people.aiko })
  const statusAt = async (origin: string, link: string): Promise<number> =>
    (await request.post(`${origin}/api/v1/shared`, { data: { token: link, passphrase: null } })).status()
  for (const [here, there] of [
    [baseURL ?? '', secondOrigin],
    [secondOrigin, baseURL ?? ''],
  ] as const) {
    const api = apiOf(request, here, token)
    const link = await makeLink(api, tenant)
    expect(await statusAt(there, link)).toBe(200)
    const { snapshots } = snapshotListSchema.parse(await api.get('snapshots'))
    const id = snapshots.find(({ revokedAt }) => revokedAt === null)?.id ?? ''
    expect(snapshotRevokedSchema.parse(await api.remove(`snapshots/${id}`)).revoked).toBe(true)
    await expect.poll(() => statusAt(there, link)).toBe(404)
    expect(await statusAt(here, link)).toBe(404)
  }
})

test('a sign-out at one server signs the user out at the other, and no other user', async ({
  request,
  tenant,
  baseURL,
  secondOrigin,
}) => {
  const first = baseURL ?? ''
  const other = await tenant.token({ person: people.chiara })
  const statusAt = async (origin: string, token: string): Promise<number> =>
    (await request.get(`${origin}/api/v1/watches`, { headers: { authorization: `Bearer ${token}` } })).status()
  for (const [round, [here, there]] of [
    [first, secondOrigin],
    [secondOrigin, first],
  ].entries()) {
    const token = await tenant.token({ person: people.aiko, overrides: { uti: `round-${round}` } })
    expect(await statusAt(there ?? '', token)).toBe(200)
    const headers = { authorization: `Bearer ${token}` }
    expect((await request.delete(`${here}/api/v1/session`, { headers })).status()).toBe(204)
    expect(await statusAt(here ?? '', token)).toBe(401)
    await expect.poll(() => statusAt(there ?? '', token)).toBe(401)
    expect(await statusAt(there ?? '', other)).toBe(200)
  }
})
