import { beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '@/lib/telemetry/log'
import { peerHeader } from './peer'
import { violationsIn } from './policy-reports'
import { policyReportsPost } from './policy-reports-endpoint'

vi.mock('@/lib/telemetry/log', () => ({ log: vi.fn(), placeOf: () => 'somewhere' }))

const old = { 'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://evil.example/?secret' } }
const fresh = (effectiveDirective?: string) => ({
  type: 'csp-violation',
  url: 'https://sealwatch.test/vm/a/b/c',
  body: { effectiveDirective, sample: 'secret', blockedURL: 'inline' },
})

describe('violationsIn', () => {
  it('counts by directive, in both forms', () => {
    expect(violationsIn(old)).toEqual(new Map([['img-src', 1]]))
    expect(violationsIn({ 'csp-report': { 'violated-directive': 'script-src-elem https://a' } })).toEqual(
      new Map([['script-src-elem', 1]]),
    )
    const reports = [fresh('style-src-elem'), fresh('style-src-elem'), fresh('img-src'), { type: 'deprecation' }]
    expect(violationsIn(reports)).toEqual(
      new Map([
        ['style-src-elem', 2],
        ['img-src', 1],
      ]),
    )
  })

  it('repeats no text that the sender chose', () => {
    const made = [fresh('eyJhbGciOiJub25lIn0.eyJ9.'), fresh('img-src\nGET /'), fresh('__proto__'), fresh()]
    expect(violationsIn(made)).toEqual(new Map([['other', 4]]))
  })

  it.each([null, 1, 'x', {}, [1], [{ body: {} }], { 'csp-report': 'x' }])('does not accept %j as a report', (json) => {
    expect(violationsIn(json)).toBeNull()
  })
})

describe('POST /policy-reports', () => {
  beforeEach(() => {
    globalThis.sealwatchReportLimits = undefined
    vi.mocked(log).mockClear()
  })

  const post = (body: string, type = 'application/reports+json', address = '192.0.2.1') =>
    policyReportsPost(
      new Request('https://sealwatch.test/policy-reports', {
        method: 'POST',
        headers: { 'content-type': type, [peerHeader()]: address },
        body,
      }),
      { params: Promise.resolve({}) },
    )
  const violations = () =>
    vi.mocked(log).mock.calls.flatMap(([level, line]) => (line.event === 'policy-violation' ? [[level, line]] : []))

  it('logs the directive, the count, and nothing else', async () => {
    expect((await post(JSON.stringify([fresh('img-src'), fresh('img-src')]))).status).toBe(204)
    expect((await post(JSON.stringify(old), 'application/csp-report')).status).toBe(204)
    expect(violations()).toEqual([
      ['warn', { event: 'policy-violation', directive: 'img-src', reports: 2 }],
      ['warn', { event: 'policy-violation', directive: 'img-src', reports: 1 }],
    ])
    expect(JSON.stringify(vi.mocked(log).mock.calls)).not.toMatch(/secret|evil|\/vm\//)
  })

  it.each([
    ['text that is not JSON', '{', 'application/reports+json', 400, 'json-invalid'],
    ['JSON that is not a report', '{}', 'application/csp-report', 400, 'request-invalid'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 400, 'request-invalid'],
    ['a body over the size limit', `["${'x'.repeat(70_000)}"]`, 'application/reports+json', 413, 'body-too-large'],
    ['deeply nested JSON', '['.repeat(5000), 'application/reports+json', 400, 'json-invalid'],
  ])('refuses %s', async (_name, body, type, status, code) => {
    const response = await post(body, type)
    expect([response.status, ((await response.json()) as { code: unknown }).code]).toEqual([status, code])
    expect(violations()).toEqual([])
  })

  it('lets neither one address nor many fill the log', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 25; at++) statuses.push((await post('[]')).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await post('[]', undefined, '192.0.2.2')).status).toBe(204)
    const many = await Promise.all(Array.from({ length: 150 }, (_, at) => post('[]', undefined, `198.51.100.${at}`)))
    expect(many.filter(({ status }) => status === 204).length).toBeLessThan(110)
    expect(many.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/)
  })
})
