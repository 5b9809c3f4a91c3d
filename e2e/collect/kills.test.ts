import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/config/history-config'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { noteProofs } from '@/lib/store/watches/proofs'
import { follow, notifyFollowers, watchOfVm } from '@/lib/store/testing/watches'
import { vmIdOf } from '@/lib/store/testing/observations'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorProcessEnvironment } from './support'

const top = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-outbox-'))
const receivers = ['one', 'two', 'three']
const notices = 30
/** Kills per database; `SEALWATCH_KILL_ROUNDS` sets a higher number. */
const kills = Number(process.env['SEALWATCH_KILL_ROUNDS'] ?? 1)

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

function webhooksFile(tenant: TenantClient): string {
  const file = join(folder, `${tenant.tenantId}.json`)
  const targets = receivers.map((name) => [
    name,
    {
      kind: 'json',
      url: `${stack.server}/_webhooks/${tenant.tenantId}/${name}`,
      secret: `whsec_${Buffer.alloc(32, 3).toString('base64')}`,
      people: 'everyone',
    },
  ])
  const json = { address: 'https://sealwatch.example', timeoutSeconds: 1, targets: Object.fromEntries(targets) }
  writeFileSync(file, JSON.stringify(json))
  return file
}

function environmentOf(tenant: TenantClient, database: Database): NodeJS.ProcessEnv {
  return {
    ...collectorProcessEnvironment(stack, tenant),
    SEALWATCH_WEBHOOKS_FILE: webhooksFile(tenant),
    SEALWATCH_WEBHOOK_LOCAL_RECEIVER: new URL(stack.server).host,
    ...(database.kind === 'postgres'
      ? { DATABASE_URL: database.url }
      : { SEALWATCH_DATA_DIR: dirname(database.file), DATABASE_URL: '' }),
  }
}

/**
 * Notifications whose failed post a collector will repeat, by its log: a busy machine may not answer one within a
 * second.
 */
const isRepeated = (line: string) => line.includes('"event":"notified"') && line.includes('"outcome":"waiting"')

/**
 * Starts a collector and kills it while it sends, some milliseconds after it logged this many posts.
 * @returns the number of posts that it logged as to be repeated
 */
function killWhileSending(env: NodeJS.ProcessEnv, posts: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'collect'], {
    cwd: top,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [seen, repeated, complaint] = [0, 0, '']
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.includes('"event":"notified"')) return
    if (isRepeated(line)) repeated += 1
    seen += 1
    if (seen === posts) setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(repeated)
      else reject(new Error(complaint))
    })
  })
}

/** Runs a collector until nothing waits, then ends it. @returns the number of posts that it logged as to be repeated */
async function sendTheRest(env: NodeJS.ProcessEnv, store: Store): Promise<number> {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'collect'], {
    cwd: top,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let repeated = 0
  createInterface({ input: child.stdout }).on('line', (line) => (repeated += isRepeated(line) ? 1 : 0))
  const ended = new Promise((resolve) => child.on('close', resolve))
  // The lease of a killed collector stays for a while.
  await expect.poll(async () => (await statesOf(store)).has('waiting'), { interval: 250 }).toBe(false)
  child.kill('SIGTERM')
  await ended
  return repeated
}

async function statesOf(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.db.selectFrom('deliveries').select('state').distinct().execute()
  return new Set(rows.map(({ state }) => state))
}

describe('pending notifications whose sender is killed while it sends', () => {
  for (const database of useDatabases()) {
    it(`are all sent, and only those in flight are repeated, with the same id: ${database.name}`, async () => {
      const tenant = await stack.tenant({ scenario: 'fleet', seed: 1, vms: 1, subscriptions: 1, ade: 0, still: true })
      await tenant.changeWebhooks({ delayMs: 60 })
      const place = await database.fresh()
      const store = await database.open(place)
      const name = 'vm-1'
      const follower = { cloud: 'public', tenantId: tenant.tenantId, personId: randomUUID() }
      const id = await follow(store, watchOfVm(name, { follower, channels: receivers }))
      await noteProofs(store, [id], { readable: [vmIdOf(name).toLowerCase()], hidden: [] }, Date.now())
      await notifyFollowers(store, id, name, notices, { channels: receivers, now: Date.now() })
      const env = environmentOf(tenant, place)
      const seed = Date.now()
      let failed = 0
      for (let kill = 0; kill < kills; kill += 1) {
        const drawn = seed >> (kill % 16)
        failed += await killWhileSending(env, 2 + (drawn & 7), drawn & 63)
      }
      failed += await sendTheRest(env, store)
      expect(await statesOf(store), `seed ${seed}`).toEqual(new Set(['sent']))
      for (const receiver of receivers) {
        const bodies = new Map<string, string[]>()
        for (const post of await tenant.webhooks()) {
          if (post.name !== receiver) continue
          const key = post.headers['webhook-id'] ?? ''
          bodies.set(key, [...(bodies.get(key) ?? []), post.body])
        }
        expect(bodies.size, `seed ${seed}`).toBe(notices)
        const repeated = [...bodies.values()].reduce((sum, each) => sum + each.length - 1, 0)
        // At a kill, one post to each receiver can be in flight; a failed post that is repeated is no duplicate caused
        // by a kill.
        expect(repeated, `seed ${seed}`).toBeLessThanOrEqual(kills + failed)
        for (const each of bodies.values()) expect(new Set(each).size).toBe(1)
      }
    })
  }
})
