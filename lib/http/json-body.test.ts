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
  ])('is not read as %s, which a page of another site could send', async (type) => {
    expect(await codeOf('{}', type)).toBe('request-invalid content-type')
  })

  it.each([
    ['arrays', '['.repeat(40_000)],
    ['objects', '{"a":'.repeat(19_000)],
    ['both, with closing brackets', `${'[{"a":'.repeat(9000)}1${'}]'.repeat(9000)}`],
    ['one level more than allowed', '['.repeat(mostDepth + 1) + ']'.repeat(mostDepth + 1)],
  ])('is refused where it is nested too deeply: %s', async (_what, text) => {
    expect(await codeOf(text)).toBe('json-invalid')
  })

  it('is measured by its brackets, not by brackets inside texts', () => {
    expect(isTooDeep('['.repeat(mostDepth) + ']'.repeat(mostDepth))).toBe(false)
    expect(isTooDeep(JSON.stringify({ log: '[{'.repeat(5000), quoted: '"[\\"['.repeat(50) }))).toBe(false)
    expect(isTooDeep('[],'.repeat(5000))).toBe(false)
    // A closing bracket without an opening one does not lower the depth.
    expect(isTooDeep(`${']'.repeat(100)}${'['.repeat(mostDepth + 1)}`)).toBe(true)
  })

  it.each(['', ' ', '{', '{"a":1}}', 'undefined', "{'a':1}", '{"a":1,}', '\u0000', 'NaN', '{}{}'])(
    'is refused where it is not valid JSON: %j',
    async (text) => expect(await codeOf(text)).toBe('json-invalid'),
  )

  it('is abandoned as soon as it is too long, regardless of its real and its declared length', async () => {
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

  it('sets no prototype', async () => {
    const request = new Request('https://sealwatch.test/', {
      method: 'POST',
      headers: { 'content-type': json },
      body: '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    })
    expect((await readJsonBody(request, limit)).ok).toBe(true)
    expect('polluted' in {}).toBe(false)
  })
})
