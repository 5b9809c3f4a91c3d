import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { programVersion } from '@/lib/config/version'
import { bundleFormat, bundleVersion, type BundleHeader } from '@/lib/setup/bundle/format'
import { leftOf, takeUp } from './begun'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-begun-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tenantId = '5ea1a7c4-1111-4111-a111-000000000001'
const armEndpoint = 'https://management.azure.com'
const by = { tenantId, armEndpoint, who: 'aiko@example.test', subscriptions: null }

const header = (): BundleHeader => ({
  kind: 'header',
  format: bundleFormat,
  version: bundleVersion,
  program: programVersion,
  takenAt: new Date().toISOString(),
  cloud: 'public',
  armEndpoint,
  tenantId,
  who: by.who,
  redacted: false,
  subscriptions: null,
})

/** What a run leaves that was killed. */
function cutOff(name: string, change: Partial<BundleHeader> = {}): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  writeFileSync(
    `${path}.part`,
    gzipSync(`${JSON.stringify({ ...header(), ...change })}\n{"kind":"exch`).subarray(0, -8),
  )
  return path
}

describe('what a run that was cut off has left', () => {
  it('is taken up by the same person, and is still there where that run is cut off too', async () => {
    const path = cutOff('own')
    expect(leftOf(path)).toEqual([path, `${path}.part`])
    expect(await takeUp(path, by)).toMatchObject({ kind: 'begun', begun: { header: { who: by.who }, exchanges: [] } })
    expect(leftOf(path)).toEqual([`${path}.kept`])
    expect(await takeUp(path, by)).toMatchObject({ kind: 'begun' })
  })

  it('is left alone by another person, tenant or choice, another version, and after six hours', async () => {
    const sevenHours = 7 * 3_600_000
    const others: readonly Partial<BundleHeader>[] = [
      { who: 'ben@example.test' },
      { tenantId: '5ea1a7c4-1111-4111-a111-000000000002' },
      { armEndpoint: 'https://management.chinacloudapi.cn' },
      { subscriptions: [tenantId] },
      { program: '0.0.1' },
      { takenAt: new Date(Date.now() - sevenHours).toISOString() },
    ]
    for (const [index, change] of others.entries()) {
      const path = cutOff(`other-${index}`, change)
      expect([change, await takeUp(path, by)]).toEqual([change, { kind: 'other' }])
      expect(existsSync(`${path}.part`)).toBe(true)
    }
  })

  it('without a whole first line is begun again', async () => {
    const path = join(folder, 'empty')
    for (const left of [path, `${path}.part`]) writeFileSync(left, '')
    expect(await takeUp(path, by)).toEqual({ kind: 'nothing' })
    expect(leftOf(path)).toEqual([])
  })
})
