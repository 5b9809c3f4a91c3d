import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundleFormat, bundleVersion, type BundleExchange, type BundleHeader } from './format'
import { readBundle, type LineHash } from './read'
import { BundleWriter } from './write'

function newHash(): LineHash {
  const hash = createHash('sha256')
  return { update: (text) => void hash.update(text), digest: () => hash.copy().digest('hex') }
}

const header: Omit<BundleHeader, 'kind'> = {
  format: bundleFormat,
  version: bundleVersion,
  program: '0.1.0',
  takenAt: '2026-11-28T12:00:00.000Z',
  cloud: 'public',
  armEndpoint: 'https://management.azure.com',
  tenantId: '5ea1a7c4-1111-4111-a111-000000000001',
  who: 'a@example.test',
  redacted: false,
  subscriptions: null,
}
const exchange: Omit<BundleExchange, 'kind' | 'part'> = {
  method: 'GET',
  url: 'https://management.azure.com/subscriptions?api-version=2022-12-01',
  requestBody: null,
  status: 200,
  headers: {},
  body: { value: [] },
}

async function written(): Promise<string[]> {
  const lines: string[] = []
  const writer = new BundleWriter(newHash, (line) => Promise.resolve(void lines.push(line.slice(0, -1))))
  await writer.header(header)
  await writer.exchange('fleet', exchange)
  await writer.exchange('fleet', { ...exchange, status: 403, body: { error: { code: 'AuthorizationFailed' } } })
  await writer.exchange('vm-pages', exchange)
  await writer.manifest({
    endedAt: header.takenAt,
    complete: false,
    subscriptions: 1,
    vms: 2,
    pages: 1,
    timelines: 0,
    troubleshoot: 0,
    notRead: [],
  })
  return lines
}

// oxlint-disable-next-line typescript/require-await -- the reader takes lines as they arrive
async function* arriving(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
const read = (lines: readonly string[]) => readBundle(arriving(lines), newHash)

describe('a bundle', () => {
  it('is read as it was written', async () => {
    expect(await read(await written())).toMatchObject({
      ok: true,
      value: { header, exchanges: [exchange, { status: 403 }, { part: 'vm-pages' }], manifest: { vms: 2 } },
    })
  })

  it('is refused without its end, with more behind it, without a line and with lines in another order', async () => {
    const lines = await written()
    const [first = '', second = '', third = '', fourth = '', last = ''] = lines
    const codeOf = async (some: readonly string[]) => {
      const result = await read(some)
      return result.ok ? 'read' : result.failure.code
    }
    expect(await codeOf([])).toBe('foreign')
    expect(await codeOf(lines.slice(0, -1))).toBe('cut')
    expect(await codeOf([...lines, last])).toBe('damaged')
    expect(await codeOf([first, third, fourth, last])).toBe('damaged')
    expect(await codeOf([first, third, second, fourth, last])).toBe('damaged')
    expect(await codeOf([first, second, fourth, third, last])).toBe('damaged')
    expect(await codeOf([second, third, fourth, last])).toBe('foreign')
  })

  it('of another kind, another version or with a field that is not known is refused', async () => {
    const [first = '', ...rest] = await written()
    const other = (change: object) => read([JSON.stringify({ ...JSON.parse(first), ...change }), ...rest])
    expect(await read(['{"format":"sealwatch-recording","version":1}'])).toMatchObject({ failure: { code: 'foreign' } })
    expect(await other({ version: 2 })).toMatchObject({ failure: { code: 'other-version' } })
    expect(await other({ more: 1 })).toMatchObject({ failure: { code: 'damaged', line: 1 } })
    expect(await other({ armEndpoint: 'http://169.254.169.254' })).toMatchObject({ failure: { code: 'damaged' } })
    // A changed moment fits the format and not the checksum.
    expect(await other({ takenAt: '2026-11-29T12:00:00.000Z' })).toMatchObject({ failure: { code: 'damaged' } })
  })

  it('that was changed anywhere is never read, and never stops the reader: 10,000 changes', async () => {
    const text = (await written()).join('\n')
    const change = fc.record({
      at: fc.nat({ max: text.length - 1 }),
      remove: fc.nat({ max: 60 }),
      put: fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('\n', '{}', 'null', '"__proto__":1,', '\u0000', '9e999'),
      ),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, remove, put }) => {
        const changed = text.slice(0, at) + put + text.slice(at + remove)
        const result = await read(changed.split('\n'))
        if (!result.ok) return
        // Only the manifest's own words can change without a checksum; the exchanges are as they were.
        expect(JSON.stringify(result.value.exchanges)).toBe(
          JSON.stringify(await read(text.split('\n')).then((same) => (same.ok ? same.value.exchanges : null))),
        )
      }),
      { numRuns: 10_000 },
    )
  })
})
