import { describe, expect, it } from 'vitest'
import { readJsonBody } from './json-body'
import { isTooDeep, mostDepth } from './json-depth'

const limit = 100_000
const json = 'application/json'

async function codeOf(body: BodyInit | null, type: string | null = json): Promise<string> {
  const headers = type === null ? new Headers() : new Headers({ 'content-type': type })
  const request = new Request('https://sealwatch.test/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  if (type === null) request.headers.delete('content-type')
  const read = await readJsonBody(request, limit)
  return read.ok ? 'read' : [read.failure.code, read.failure.parameter].filter(Boolean).join(' ')
}

describe('the JSON of a request', () => {
  it.each(['application/json', 'Application/JSON; charset=utf-8', 'application/json ;x=y'])(
    'is read as %s',
    async (type) => {
      expect(await codeOf('{"a":[1,"[{"]}', type)).toBe('read')
    },
  )

  it.each([
    null,
    '',
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-seq',
    'application/jsonx',
    'application/merge-patch+json',
    'application/xml',
    'text/html, application/json',
  ])('is not read as %s: what a page of another site can send is none', async (type) => {
    expect(await codeOf('{}', type)).toBe('request-invalid content-type')
  })

  it.each([
    ['arrays', '['.repeat(40_000)],
    ['objects', '{"a":'.repeat(19_000)],
    ['both, and closed', `${'[{"a":'.repeat(9000)}1${'}]'.repeat(9000)}`],
    ['one more than there may be', '['.repeat(mostDepth + 1) + ']'.repeat(mostDepth + 1)],
  ])('is refused where it is too deep: %s', async (_what, text) => {
    expect(await codeOf(text)).toBe('json-invalid')
  })

  it('is counted by what opens, not by what a text says', () => {
    expect(isTooDeep('['.repeat(mostDepth) + ']'.repeat(mostDepth))).toBe(false)
    expect(isTooDeep(JSON.stringify({ log: '[{'.repeat(5000), quoted: '"[\\"['.repeat(50) }))).toBe(false)
    expect(isTooDeep('[],'.repeat(5000))).toBe(false)
    // What closes before anything opened gives no credit for later.
    expect(isTooDeep(`${']'.repeat(100)}${'['.repeat(mostDepth + 1)}`)).toBe(true)
  })

  it.each(['', ' ', '{', '{"a":1}}', 'undefined', "{'a':1}", '{"a":1,}', '\u0000', 'NaN', '{}{}'])(
    'is refused where it is none: %j',
    async (text) => expect(await codeOf(text)).toBe('json-invalid'),
  )

  it('is given up as soon as it is too long, however long it goes on and whatever was said of it', async () => {
    const pulled = { bytes: 0, cancelled: false }
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled.bytes += 10_000
        controller.enqueue(new Uint8Array(10_000).fill(32))
      },
      cancel: () => {
        pulled.cancelled = true
      },
    })
    expect(await codeOf(endless)).toBe('body-too-large')
    expect(pulled.cancelled).toBe(true)
    expect(pulled.bytes).toBeLessThan(limit * 2)
  })

  it('leaves no prototype behind', async () => {
    const request = new Request('https://sealwatch.test/', {
      method: 'POST',
      headers: { 'content-type': json },
      body: '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    })
    expect((await readJsonBody(request, limit)).ok).toBe(true)
    expect('polluted' in {}).toBe(false)
  })
})
