import { describe, expect, it } from 'vitest'
import { fakeSession, type FakeAnswer, type Responder } from '../testing/fake-session'
import { queryResourceGraph } from './resource-graph'

/** The same response each time. */
const always =
  (answer: FakeAnswer): Responder =>
  () =>
    answer

describe('queryResourceGraph', () => {
  async function query(respond: Responder) {
    const made = fakeSession(respond)
    const rows: string[] = []
    const result = await made.settle(
      queryResourceGraph(made.session, {
        text: 'resources | project id | order by id asc',
        subscriptions: ['s1'],
        read: (row) => (typeof row === 'string' ? row : undefined),
        onRows: (page) => rows.push(...page),
      }),
    )
    return { ...made, rows, result }
  }

  /** A service that has these rows when the n-th request arrives, and answers as Resource Graph does. */
  const holding =
    (rowsAt: (request: number) => readonly string[]): Responder =>
    (request, count) => {
      const { options } = JSON.parse(request.body as string) as { options: { $top: number; $skip?: number } }
      const { $top, $skip = 0 } = options
      const all = rowsAt(count)
      const data = all.slice($skip, $skip + $top)
      const more = $skip + data.length < all.length
      return {
        json: { data, totalRecords: all.length, resultTruncated: 'false', ...(more && { $skipToken: 'an offset' }) },
      }
    }
  const numbered = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => `row-${String(from + index).padStart(5, '0')}`)
  const optionsOf = (sent: readonly { readonly body?: unknown }[]): unknown[] =>
    sent.map(({ body }) => (JSON.parse(body as string) as { options: unknown }).options)

  it('pages by offset, a thousand rows at a time, each page starting with rows of the previous one', async () => {
    const { rows, result, sent } = await query(holding(() => numbered(0, 2500)))
    expect({ rows, ok: result.ok }).toEqual({ rows: numbered(0, 2500), ok: true })
    const format = { resultFormat: 'objectArray' }
    expect(optionsOf(sent)).toEqual([
      { ...format, $top: 1000 },
      { ...format, $top: 1000, $skip: 990 },
      { ...format, $top: 1000, $skip: 1980 },
    ])
  })

  it.each<[string, (request: number) => readonly string[], number]>([
    ['a row is created before them', (request) => (request === 1 ? numbered(10, 2500) : numbered(9, 2500)), 3],
    ['a row before them is deleted', (request) => (request === 1 ? numbered(0, 2500) : numbered(1, 2500)), 3],
    ['fifty rows before them are deleted', (request) => (request === 1 ? numbered(0, 2500) : numbered(50, 2500)), 4],
    [
      'five hundred rows before them are deleted',
      (request) => (request === 1 ? numbered(0, 2500) : numbered(500, 2500)),
      6,
    ],
    ['as many rows are deleted as created', (request) => (request === 1 ? numbered(0, 2500) : numbered(50, 2550)), 4],
    ['all remaining rows move to earlier pages', (request) => numbered(request === 1 ? 0 : 900, 1300), 4],
  ])('misses no row that existed all the time where %s between two pages', async (_name, rowsAt, requests) => {
    const { rows, result, sent } = await query(holding(rowsAt))
    const lasting = rowsAt(1).filter((row) => rowsAt(9).includes(row))
    expect(lasting.filter((row) => !rows.includes(row))).toEqual([])
    expect({ ok: result.ok, once: new Set(rows).size === rows.length }).toEqual({ ok: true, once: true })
    expect(sent).toHaveLength(requests)
  })

  it('restarts where its pages do not overlap, a few times only, and is then never complete', async () => {
    const strange = (request: number) => numbered(request * 5000, request * 5000 + 2000)
    const { result, sent } = await query(holding(strange))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
    expect(sent.length).toBeLessThan(100)
    const settled = await query(holding((request) => (request < 9 ? strange(request) : numbered(0, 1500))))
    expect(settled.result.ok).toBe(true)
    expect(settled.rows).toEqual(expect.arrayContaining(numbered(0, 1500)))
  })

  it('hands on by themselves the rows whose id came before, in the same page or in another', async () => {
    const page = (rows: readonly object[], more: object) => ({ json: { data: rows, totalRecords: 2, ...more } })
    const made = fakeSession((_request, count) =>
      count === 1
        ? page([{ id: '/a' }, { id: '/A', eah: 1 }], { $skipToken: 't' })
        : page([{ id: '/a', eah: 0 }, { id: '/b' }], {}),
    )
    const [rows, repeated]: [unknown[], unknown[]] = [[], []]
    const result = await made.settle(
      queryResourceGraph(made.session, {
        text: 'q',
        subscriptions: [],
        read: (row) => row,
        onRows: (each) => rows.push(...each),
        onRepeated: (each) => repeated.push(...each),
      }),
    )
    expect({ rows, ok: result.ok }).toEqual({ rows: [{ id: '/a' }, { id: '/b' }], ok: true })
    expect(repeated).toEqual([
      { id: '/A', eah: 1 },
      { id: '/a', eah: 0 },
    ])
  })

  it('matches ids without letter case', async () => {
    const page = (ids: readonly string[], more: object) => ({
      json: { data: ids.map((id) => ({ id })), totalRecords: 3, ...more },
    })
    const made = fakeSession((_request, count) =>
      count === 1 ? page(['/A/x', '/a/Y'], { $skipToken: 't' }) : page(['/a/y', '/a/z'], {}),
    )
    const ids: unknown[] = []
    const result = await made.settle(
      queryResourceGraph(made.session, {
        text: 'q',
        subscriptions: [],
        read: (row) => row,
        onRows: (page) => ids.push(...page),
      }),
    )
    expect({ ids, ok: result.ok }).toEqual({ ids: [{ id: '/A/x' }, { id: '/a/Y' }, { id: '/a/z' }], ok: true })
  })

  const tooLarge = { code: 'BadRequest', details: [{ code: 'ResponsePayloadTooLarge' }] }

  it('requests smaller pages where responses are too large, down to a minimum', async () => {
    const all = holding(() => numbered(0, 600))
    const { rows, result } = await query((request, count) => {
      const { options } = JSON.parse(request.body as string) as { options: { $top: number } }
      return options.$top > 200 ? { status: 400, json: { error: tooLarge } } : all(request, count)
    })
    expect({ rows, ok: result.ok }).toEqual({ rows: numbered(0, 600), ok: true })
    const { result: never, sent } = await query(always({ status: 400, json: { error: tooLarge } }))
    expect(never).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
    expect(optionsOf(sent).map((options) => (options as { $top: number }).$top)).toEqual([
      1000, 500, 250, 125, 62, 31, 15,
    ])
  })

  it.each([
    [500, { code: 'InternalServerError', details: [{ code: 'UnexpectedQueryExecutionError' }] }],
    [504, { code: 'GatewayTimeout' }],
  ])('requests a smaller page once where the service fails with %i', async (status, error) => {
    const { rows, result, sent } = await query((request, count) => {
      const { options } = JSON.parse(request.body as string) as { options: { $top: number } }
      return options.$top > 250 ? { status, json: { error } } : holding(() => numbered(0, 300))(request, count)
    })
    expect({ rows, ok: result.ok, sent: sent.length }).toEqual({ rows: numbered(0, 300), ok: true, sent: 5 })
  })

  it.each<[string, number, object, object]>([
    [
      'denied',
      400,
      { code: 'BadRequest', details: [{ code: 'NoValidSubscriptionsInQueryRequest' }] },
      { kind: 'denied' },
    ],
    ['denied', 403, { code: 'AccessDenied', details: [{ code: 'AccessDenied' }] }, { kind: 'denied' }],
    [
      'refused with its codes, and only its codes',
      400,
      { code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { code: 'a b' }, { code: 'UnsupportedJoinFlavor' }] },
      {
        kind: 'unreadable',
        codes: ['BadRequest', 'InvalidQuery', 'UnsupportedJoinFlavor'],
      },
    ],
  ])('is %s, and not requested again', async (_name, status, error, failure) => {
    const { result, sent } = await query(always({ status, json: { error } }))
    expect(result).toMatchObject({ ok: false, failure })
    expect(sent).toHaveLength(1)
  })

  it.each([
    [400, { code: 'BadRequest', details: [{ code: 'RateLimiting' }] }],
    [429, { code: 'RateLimiting' }],
  ])('waits where it is throttled with status %i', async (status, error) => {
    const { result, sent } = await query((_request, count) =>
      count === 1
        ? { status, json: { error }, headers: { 'x-ms-user-quota-resets-after': '00:00:02' } }
        : { json: { data: ['a'], totalRecords: 1 } },
    )
    expect({ ok: result.ok, sent: sent.length }).toEqual({ ok: true, sent: 2 })
  })

  it.each<[string, (count: number) => object]>([
    ['fewer rows than counted', () => ({ data: ['a'], totalRecords: 2 })],
    ['no rows and no count', () => ({ data: [] })],
    ['rows and no count', () => ({ data: ['a'] })],
    ['a row that cannot be read', () => ({ data: ['a', 7], totalRecords: 2 })],
    ['a truncated answer', () => ({ data: ['a'], totalRecords: 1, resultTruncated: 'true' })],
    ['the same row twice', (count) => ({ data: ['a'], totalRecords: 2, ...(count === 1 && { $skipToken: 't' }) })],
    ['no page at all', () => ({ rows: [] })],
    ['the same page again', () => ({ data: ['a'], $skipToken: 't' })],
    ['an unknown value for truncation', () => ({ data: ['a'], totalRecords: 1, resultTruncated: 'perhaps' })],
    ['a truncation flag of 1', () => ({ data: ['a'], totalRecords: 1, resultTruncated: 1 })],
    ['an error beside its rows', () => ({ data: ['a'], totalRecords: 1, error: { code: 'BadRequest' } })],
    ['an error in place of its rows', () => ({ data: [], totalRecords: 0, error: {} })],
    ['a row that is null', () => ({ data: ['a', null], totalRecords: 1 })],
    ['only rows that are null, and a total of 0', () => ({ data: [null, null], totalRecords: 0 })],
    ['a count above its rows', () => ({ data: ['a'], count: 5, totalRecords: 1 })],
    ['a count below its rows', () => ({ data: ['a', 'b'], count: 1, totalRecords: 2 })],
    ['a count and no rows', () => ({ data: [], count: 5, totalRecords: 0 })],
    ['a count that is no number', () => ({ data: ['a'], count: '1', totalRecords: 1 })],
    ['a total below its rows', () => ({ data: ['a', 'b'], count: 2, totalRecords: 1 })],
    ['a negative total', () => ({ data: [], totalRecords: -1 })],
    ['a broken total', () => ({ data: ['a'], totalRecords: 1.5 })],
    [
      'a first page that contradicts itself, and a second one that does not',
      (count) =>
        count === 1
          ? { data: ['a', 'b'], count: 1000, totalRecords: 3, $skipToken: 't' }
          : { data: ['a', 'b', 'c'], count: 3, totalRecords: 3 },
    ],
    ['endless empty pages', (count) => ({ data: [], $skipToken: `t${count}` })],
  ])('is not complete with %s', async (_name, body) => {
    const { result } = await query((_request, count) => ({ json: body(count) }))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
  })

  it('is complete with rows that come twice, counted once or twice', async () => {
    for (const count of [1, 2, null, undefined]) {
      const { result } = await query(always({ json: { data: ['a', 'a'], count, totalRecords: 1, error: null } }))
      expect(result.ok).toBe(true)
    }
  })

  it('pauses where its quota is used up', async () => {
    const headers = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' }
    const made = fakeSession(always({ json: { data: [], totalRecords: 0 }, headers }))
    const ask = () =>
      queryResourceGraph(made.session, { text: 'q', subscriptions: [], read: () => undefined, onRows: () => undefined })
    await made.settle(ask())
    const started = made.clock.now()
    await made.settle(ask())
    expect(made.clock.now() - started).toBeGreaterThanOrEqual(3500)
  })
})
