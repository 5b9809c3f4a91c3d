import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleFormat, bundleVersion } from '@/lib/setup/bundle/format'
import { BundleWriter } from '@/lib/setup/bundle/write'
import { lineHash, openLineFile, readBundleFile } from '../file'
import { readInPage } from './read-file'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-in-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = '2026-11-28T12:00:00.000Z'

async function madeFile(): Promise<Buffer> {
  const path = join(folder, 'whole.gz')
  const file = await openLineFile(path)
  const writer = new BundleWriter(lineHash, file.write)
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
  for (let number = 0; number < 20; number += 1)
    await writer.exchange('fleet', {
      method: 'GET',
      url: `https://management.azure.com/subscriptions/${number}`,
      requestBody: null,
      status: 200,
      headers: {},
      body: { number, text: '暗号化 <img src=x>' },
    })
  const none = { subscriptions: 1, vms: 0, pages: 0, timelines: 0, troubleshoot: 0, notRead: [] }
  await writer.manifest({ endedAt: at, complete: true, ...none })
  await file.keep()
  return readFileSync(path)
}

const inPage = (bytes: Uint8Array) => readInPage(new Blob([new Uint8Array(bytes)]))
const codeOf = async (bytes: Uint8Array) => {
  const read = await inPage(bytes)
  return read.ok ? 'read' : read.failure
}

async function ofProgram(bytes: Uint8Array) {
  const path = join(folder, 'other.gz')
  writeFileSync(path, bytes)
  return readBundleFile(path)
}

describe('a bundle in the page', async () => {
  const whole = await madeFile()
  const text = gunzipSync(whole)

  it('is read as the program reads it', async () => {
    const read = await inPage(whole)
    expect(read).toEqual(await ofProgram(whole))
    expect(read.ok && read.value.exchanges.length).toBe(20)
  })

  it('is refused where it is cut, of another kind, too large or no UTF-8', async () => {
    for (const part of [2, 5, 100, Math.floor(whole.length / 2), whole.length - 1])
      expect(await codeOf(whole.subarray(0, part)), `${part} bytes`).toMatch(/^(?:cut|damaged)$/)
    expect(await codeOf(new Uint8Array())).toBe('foreign')
    expect(await codeOf(text)).toBe('foreign')
    expect(await codeOf(gzipSync('{"interactions":[]}\n'))).toBe('foreign')
    expect(await codeOf(gzipSync(Buffer.from([0xff, 0xfe, 0x0a])))).toBe('damaged')
    // 40 KB that become one line of 41 million characters.
    expect(await codeOf(gzipSync(Buffer.alloc(41_000_000, 'x')))).toBe('too-large')
  })

  const change = fc.record({
    packed: fc.boolean(),
    place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    remove: fc.nat({ max: 40 }),
    put: fc.uint8Array({ maxLength: 8 }),
  })

  it('that was changed anywhere shows nothing that the program would not read', async () => {
    const expected = await inPage(whole)
    await fc.assert(
      fc.asyncProperty(change, async ({ packed, place, remove, put }) => {
        const given = packed ? whole : text
        const start = Math.floor(place * given.length)
        const changed = Buffer.concat([given.subarray(0, start), put, given.subarray(start + remove)])
        const bytes = packed ? changed : gzipSync(changed)
        const [read, same] = await Promise.all([inPage(bytes), ofProgram(bytes)])
        if (!read.ok) return
        expect(read).toEqual(same)
        // Only the words of the manifest have no checksum.
        expect(read.value.exchanges).toEqual(expected.ok && expected.value.exchanges)
      }),
      { numRuns: 2000 },
    )
  })
})
