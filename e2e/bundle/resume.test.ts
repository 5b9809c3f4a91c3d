import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readBegunFile, readBundleFile } from '@/lib/local/bundle/file'
import type { Bundle } from '@/lib/setup/bundle/read'
import { forgetLimits, startStack, type Stack } from '../faults/support'
import { runOnce } from '../fixtures/local-program'
import { people } from '../fixtures/people'
import type { TenantClient } from '../simulator/control/client'
import { callerOf, takeInto } from './testing/take'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-resume-'))
let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  forgetLimits()
  vi.useRealTimers()
})

/**
 * What it says: each request with its answer, once, without limits, which count down, and without what failed on the way.
 * Whether parallel pages ask for a shared resource once or twice depends on their pace.
 */
function saidBy({ exchanges }: Bundle): readonly string[] {
  const counted = exchanges.filter(({ status }) => status !== null && status < 429)
  return [...new Set(counted.map(({ headers: _headers, ...exchange }) => JSON.stringify(exchange)))].sort()
}

const countsOf = ({ manifest: { endedAt: _ended, parts: _parts, ...counts } }: Bundle) => counts

describe('a file whose writing was cut off', () => {
  it('is continued to what it would have been, wherever it was cut, and no kept answer is asked for again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const tenant = await stack.tenant({ scenario: 'fleet', vms: 12, subscriptions: 2, ade: 0.6, bucketScale: 1000 })
    await tenant.clock({ freeze: true })
    await tenant.addFault({ kind: 'server-error', routes: ['resource-graph'], times: 1 })
    const caller = await callerOf(tenant, people.aiko)
    const taking = { caller, armEndpoint: stack.server, also: ['timelines', 'troubleshoot'] } as const
    const whole = join(folder, 'whole.gz')
    const uncut = await takeInto(whole, taking)
    const bytes = readFileSync(whole)
    const asked: number[] = []
    for (const part of [0.02, 0.2, 0.5, 0.8, 0.99]) {
      forgetLimits()
      const cut = join(folder, `cut-${part}.gz`)
      writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * part)))
      expect(await readBundleFile(cut)).toMatchObject({ ok: false })
      const begun = await readBegunFile(cut)
      if (begun === null) throw new Error('not even a header')
      await tenant.clearTraffic()
      const continued = await takeInto(join(folder, `continued-${part}.gz`), { ...taking, begun })
      expect(continued.header).toEqual(uncut.header)
      // Strings of megabytes: a difference of them is not worth reading.
      expect(saidBy(continued).join('\n') === saidBy(uncut).join('\n')).toBe(true)
      expect(countsOf(continued)).toEqual(countsOf(uncut))
      const { counts } = await tenant.traffic()
      asked.push(Object.values(counts).reduce((sum, each) => sum + Object.values(each).reduce((a, b) => a + b, 0), 0))
    }
    // The more was kept, the less is asked for.
    expect(asked).toEqual(asked.toSorted((a, b) => b - a))
    expect(asked.at(-1)).toBeLessThan((asked[0] ?? 0) / 2)
  })

  const inFolder = (name: string) => readdirSync(folder).filter((each) => each.startsWith(name))

  /** Takes a file by the program, which is killed while Azure does not answer the requests after the seventieth. */
  async function killed(tenant: TenantClient, file: string, args: readonly string[]): Promise<void> {
    const route = 'vm-get'
    const { id } = await tenant.addFault({ kind: 'stall', routes: [route], skip: 70 })
    const stopper = new AbortController()
    const running = program(tenant, file, args, stopper.signal)
    const stalled = expect.poll(async () => (await tenant.traffic({ route })).entries.length).toBeGreaterThan(70)
    await Promise.race([stalled, running.then(({ output }) => Promise.reject(new Error(output)))])
    stopper.abort()
    await running
    await tenant.removeFaults(id)
  }

  const program = async (tenant: TenantClient, file: string, args: readonly string[], killer?: AbortSignal) =>
    runOnce(
      {
        server: stack.server,
        caFile: stack.certificate.caFile,
        variables: {
          SIMULATED_AZURE: stack.browser,
          SIMULATED_TENANT: tenant.tenantId,
          SIMULATED_PERSON: people.aiko,
        },
        args: ['-o', file, ...args],
      },
      killer,
    )

  it.each([
    { args: [], from: 'killed.gz' },
    { args: ['--redact'], from: 'killed.gz.unredacted' },
  ])('is never taken for a whole one, and is continued by the program that is given --resume $args', async (one) => {
    const tenant = await stack.tenant({ scenario: 'fleet', vms: 60, subscriptions: 2, ade: 0.9, bucketScale: 1000 })
    const file = join(folder, 'killed.gz')
    await killed(tenant, file, one.args)
    expect(inFolder('killed')).toEqual([one.from, `${one.from}.part`])
    for (const left of inFolder('killed')) expect(await readBundleFile(join(folder, left))).toMatchObject({ ok: false })
    const again = await program(tenant, file, one.args)
    expect([again.code, again.output]).toEqual([2, expect.stringContaining(`${one.from}.part`)])
    const continued = await program(tenant, file, [...one.args, '--resume'])
    expect([continued.code, continued.output]).toEqual([
      0,
      expect.stringMatching(/: [1-9]\d* answers of Azure are kept/),
    ])
    expect(inFolder('killed')).toEqual(['killed.gz'])
    expect(await readBundleFile(file)).toMatchObject({ ok: true, value: { manifest: { complete: true, vms: 60 } } })
    rmSync(file)
  })
})
