import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleFormat, bundleVersion } from '@/lib/setup/bundle/format'
import { BundleWriter } from '@/lib/setup/bundle/write'
import { lineHash, openLineFile, readBundleFile } from './file'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function madeFile(name: string): Promise<string> {
  const path = join(folder, name)
  const file = await openLineFile(path)
  const writer = new BundleWriter(lineHash, file.write)
  const at = '2026-11-28T12:00:00.000Z'
  await writer.header({
    format: bundleFormat,
    version: bundleVersion,
    program: '0.1.0',
    takenAt: at,
    cloud: 'public',
    armEndpoint: 'https://management.azure.com',
    tenantId: '5ea1a7c4-1111-4111-a111-000000000001',
    who: null,
    redacted: false,
    subscriptions: null,
  })
  for (let number = 0; number < 200; number += 1)
    await writer.exchange('fleet', {
      method: 'GET',
      url: `https://management.azure.com/subscriptions/${number}`,
      requestBody: null,
      status: 200,
      headers: {},
      body: { number, text: '暗号化'.repeat(100) },
    })
  await writer.manifest({
    endedAt: at,
    complete: true,
    subscriptions: 1,
    vms: 0,
    pages: 0,
    timelines: 0,
    troubleshoot: 0,
    notRead: [],
  })
  await file.keep()
  return path
}

const codeOf = async (path: string) => {
  const result = await readBundleFile(path)
  return result.ok ? 'read' : result.failure.code
}

describe('the file of a bundle', () => {
  it('is refused where it is cut at any place, and never read in part', async () => {
    const path = await madeFile('whole.gz')
    expect(await codeOf(path)).toBe('read')
    const bytes = readFileSync(path)
    const cut = join(folder, 'cut.gz')
    for (const part of [1, 5, 12, 100, Math.floor(bytes.length / 2), bytes.length - 9, bytes.length - 1]) {
      writeFileSync(cut, bytes.subarray(0, part))
      expect(await codeOf(cut), `${part} bytes`).toMatch(/^(cut|foreign|damaged)$/)
    }
  })

  it('is refused where one byte differs, or counts as the same', async () => {
    const path = await madeFile('bytes.gz')
    const bytes = readFileSync(path)
    const changed = join(folder, 'changed.gz')
    for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 120)) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 0x55
      writeFileSync(changed, other)
      expect(await codeOf(changed), `byte ${at}`).toMatch(/^(cut|foreign|damaged)$/)
    }
  })

  it('that is another file, empty, text, no UTF-8 or missing is refused', async () => {
    const other = join(folder, 'other')
    for (const [bytes, code] of [
      [Buffer.alloc(0), 'cut'],
      [Buffer.from('{"interactions":[]}'), 'foreign'],
      [gzipSync('{"interactions":[]}\n'), 'foreign'],
      [gzipSync(Buffer.from([0xff, 0xfe, 0x0a])), 'damaged'],
    ] as const) {
      writeFileSync(other, bytes)
      expect(await codeOf(other)).toBe(code)
    }
    expect(await codeOf(join(folder, 'missing'))).toBe('unreadable')
  })
})
