import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFleet, startStack, type Stack } from '@/e2e/faults/support'
import { people } from '@/e2e/fixtures/people'
import { readySchema } from '@/lib/contract/health'
import { vmHistorySchema } from '@/lib/contract/history'
import { noteListSchema } from '@/lib/contract/notes'
import { watchListSchema } from '@/lib/contract/watches'
import { freePort } from '@/lib/shared/testing/free-port'
import { startPostgres, type TestPostgres } from '@/lib/store/testing/postgres'
import { previousVersion } from '@/lib/store/testing/previous-version'
import { ensureBuild } from '../launch/build'
import { top } from '../launch/paths'
import { answers, run, start } from '../launch/processes'
import { startBalancer } from './testing/balancer'

/** Null where git does not have the previous version, as in a shallow clone. */
const previous = previousVersion()
const next = join(top, 'node_modules/next/dist/bin/next')

/** Two builds can take longer than other tests may. */
const buildMilliseconds = 3_600_000

let stack: Stack
let postgres: TestPostgres
beforeAll(async () => {
  stack = await startStack()
  postgres = await startPostgres()
  expect(await ensureBuild({ quiet: true })).toBe(0)
  if (previous === null || existsSync(join(previous, '.next', 'BUILD_ID'))) return
  expect(
    await run('build of the previous version', process.execPath, [next, 'build'], { cwd: previous, quiet: true }),
  ).toBe(0)
}, buildMilliseconds)
afterAll(async () => {
  await stack.stop()
  await postgres.stop()
})

/** Starts the built server of a version. */
async function startServer(folder: string, env: NodeJS.ProcessEnv) {
  const port = await freePort()
  const args = [next, 'start', '-p', String(port), '-H', 'localhost']
  const server = start('dashboard', process.execPath, args, { cwd: folder, env, quiet: true })
  let log = ''
  server.process.stdout?.on('data', (part: Buffer) => (log += part.toString()))
  const origin = `http://localhost:${port}`
  if (!(await answers(`${origin}/readyz`, 600, server))) throw new Error(log)
  return { ...server, origin, log: () => log }
}

/** Calls of one user to one server, or to the balancer. */
function apiOf(origin: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const put = body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) }
    const answer = await fetch(`${origin}/api/v1/${path}`, { headers, ...put })
    expect(answer.status, path).toBe(200)
    return answer.json()
  }
  return {
    /** Keys of the rows; null where the stream broke off. */
    load: async () => {
      const answer = await fetch(`${origin}/api/v1/fleet?fresh=true`, { headers })
      expect(answer.status).toBe(200)
      const { last, rows } = await readFleet(answer).catch(() => ({
        last: undefined,
        rows: new Map<string, unknown>(),
      }))
      return last?.type === 'end' ? [...rows.keys()].sort() : null
    },
    history: async (id: string) => {
      const [, , subscription, , group, , , , name] = id.split('/')
      return vmHistorySchema.parse(await call(`vms/${subscription}/${group}/${name}/history`))
    },
    acknowledge: (id: string) => {
      const acknowledgement = { code: 'restart.state', note: `of ${id}`, assignee: '' }
      return call('notes', { note: { kind: 'acknowledgement', acknowledgement }, vms: [{ id, version: null }] })
    },
    acknowledged: async () =>
      noteListSchema
        .parse(await call('notes'))
        .acknowledgements.map(({ id }) => id)
        .sort(),
    follow: (id: string) => {
      const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = id.split('/')
      const target = { kind: 'vm', vm: { subscriptionId, resourceGroup, name } }
      return call('watches', { target, kinds: ['finished'], channels: [], language: 'en' })
    },
    followed: async () => watchListSchema.parse(await call('watches')).watches.length,
  }
}

const readyOf = async (origin: string) => readySchema.parse(await (await fetch(`${origin}/readyz`)).json())
const ready = {
  ready: true,
  checks: ['configuration', 'history', 'directory'].map((check) => ({ check, standing: 'ok', reason: null })),
}

describe.skipIf(previous === null)('a server of the previous version and one of this, behind a balancer', () => {
  it('serve together across the migration, and nothing is lost when the old one ends', async () => {
    const tenant = await stack.tenant({ scenario: 'mixed', seed: 5, bucketScale: 1000 })
    const env = {
      ...process.env,
      NODE_TLS_REJECT_UNAUTHORIZED: '1',
      NODE_EXTRA_CA_CERTS: stack.certificate.caFile,
      NODE_ENV: 'production',
      DATABASE_URL: await postgres.database(),
      SEALWATCH_HISTORY: 'on',
      SEALWATCH_TENANT: tenant.tenantId,
      SEALWATCH_LOG_LEVEL: 'info',
    } as const
    const token = await tenant.token({ person: people.chiara })

    const old = await startServer(previous ?? '', env)
    const origins = [old.origin]
    const balancer = await startBalancer(origins)
    const [both, ofOld] = [apiOf(balancer.origin, token), apiOf(old.origin, token)]
    const whole = await both.load()
    const vms = (whole ?? []).filter((key) => key.includes('/virtualmachines/'))
    expect(vms.length).toBeGreaterThan(5)
    const [first = '', second = '', third = '', fourth = ''] = vms
    expect(await ofOld.history(first)).toMatchObject({ failure: null, kept: true })
    await ofOld.acknowledge(first)
    await ofOld.follow(first)

    // A user loads the fleet all the time, also while the new server migrates.
    const loads: (readonly string[] | null)[] = []
    const over = new AbortController()
    const loading = (async () => {
      while (!over.signal.aborted) loads.push(await both.load())
    })()
    const young = await startServer(top, env)
    const ofYoung = apiOf(young.origin, token)
    origins.push(young.origin)
    for (const { origin } of [old, young]) await expect.poll(() => readyOf(origin)).toEqual(ready)

    // What either writes, the other one shows.
    await ofOld.acknowledge(second)
    await ofYoung.acknowledge(third)
    await ofOld.follow(second)
    await ofYoung.follow(third)
    for (const api of [ofOld, ofYoung]) {
      expect(await api.acknowledged()).toEqual([first, second, third])
      expect(await api.followed()).toBe(3)
      expect(await api.history(first)).toMatchObject({ failure: null, kept: true, unreadable: 0 })
    }
    const before = await ofOld.history(fourth)
    expect((await ofYoung.history(fourth)).observations[0]).toMatchObject({
      firstSeen: before.observations[0]?.firstSeen,
    })
    const together = await Promise.all(Array.from({ length: 8 }, () => both.load()))
    expect([...loads, ...together].filter((keys) => JSON.stringify(keys) !== JSON.stringify(whole))).toEqual([])
    for (const { origin } of [old, young]) expect(balancer.answered.get(origin)).toBeGreaterThan(2)

    // The old one ends. A stream that it was sending may break off; asked again, it is whole.
    loads.length = 0
    old.process.kill('SIGTERM')
    expect(await old.ended).toBe(0)
    over.abort()
    await loading
    expect(loads.filter((keys) => keys !== null && JSON.stringify(keys) !== JSON.stringify(whole))).toEqual([])
    expect(loads.filter((keys) => keys === null).length).toBeLessThan(2)
    expect(await both.load()).toEqual(whole)
    expect(old.log()).toMatch(/"event":"stopped".*"lost":0|"lost":0.*"event":"stopped"/)
    expect(await both.acknowledged()).toEqual([first, second, third])
    expect(await both.history(first)).toMatchObject({ failure: null, kept: true, unreadable: 0 })

    // Started again it shows Azure, and refuses the newer history.
    const late = await startServer(previous ?? '', env)
    const refused = { check: 'history', standing: 'degraded', reason: 'schema-newer' }
    expect(await readyOf(late.origin)).toMatchObject({ ready: true, checks: expect.arrayContaining([refused]) })
    expect(await apiOf(late.origin, token).load()).toEqual(whole)

    balancer.stop()
    for (const { process: program, ended } of [late, young]) {
      program.kill('SIGTERM')
      await ended
    }
  })
})
