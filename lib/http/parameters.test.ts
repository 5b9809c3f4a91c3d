import { describe, expect, it } from 'vitest'
import { parseFleetQuery, parseHistoryQuery, parseInstancePath, parseVmPath } from './parameters'

const subscription = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

/**
 * Path segments that are not names. A parser that decodes once more or once less would read each of them differently.
 */
const confused = [
  '',
  '.',
  '..',
  '...',
  '%2e%2e',
  '..%2f..',
  '..%5c..',
  '%2f',
  'vm%2fextensions%2fx',
  'vm%252f..%252f..',
  '%252e%252e',
  'vm%00',
  'vm%0d%0aset-cookie:x=1',
  'vm%3fapi-version=1',
  'vm%23x',
  'vm;x=.css',
  'vm%3bx=.css',
  'vm%20',
  'vm%c0%af..',
  'vm%u002f',
  'vm%E2%80%AEx',
  'vm%7f',
  'v'.repeat(200),
]

describe('a path', () => {
  it.each(confused)('is refused with %j as VM, group, scale set or instance', (text) => {
    const vm = { subscription, group: 'rg', name: 'vm' }
    expect(parseVmPath({ ...vm, name: text })).toEqual({ ok: false, failure: { parameter: 'name' } })
    expect(parseVmPath({ ...vm, group: text })).toEqual({ ok: false, failure: { parameter: 'group' } })
    expect(parseVmPath({ ...vm, subscription: text })).toEqual({ ok: false, failure: { parameter: 'subscription' } })
    const instance = { subscription, group: 'rg', scaleSet: 'set', instance: '0' }
    expect(parseInstancePath({ ...instance, scaleSet: text })).toEqual({
      ok: false,
      failure: { parameter: 'scaleSet' },
    })
    expect(parseInstancePath({ ...instance, instance: text })).toEqual({
      ok: false,
      failure: { parameter: 'instance' },
    })
  })

  it.each([null, [], 'x', {}, { subscription }, { subscription: [subscription], group: 'rg', name: 'vm' }])(
    'is refused where its parameters are %j',
    (parameters) => {
      expect(parseVmPath(parameters)).toEqual({ ok: false, failure: { parameter: 'path' } })
      expect(parseInstancePath(parameters)).toEqual({ ok: false, failure: { parameter: 'path' } })
    },
  )

  it('is decoded once', () => {
    const vm = { subscriptionId: subscription, resourceGroup: '東京', name: 'vm.css' }
    expect(parseVmPath({ subscription, group: '%E6%9D%B1%E4%BA%AC', name: 'vm.css' })).toEqual({ ok: true, value: vm })
  })
})

describe('a query', () => {
  const fleet = (query: string) => parseFleetQuery(new URL(`https://sealwatch.test/api/v1/fleet?${query}`))

  it.each([
    ['subscription=x', 'subscription'],
    [`subscription=${subscription}&subscription=x`, 'subscription'],
    [`subscription=${subscription},${other}`, 'subscription'],
    [`subscription=${`${subscription}&subscription=`.repeat(1000)}${other}`, 'subscription'],
    ['fresh=1', 'fresh'],
    ['fresh=TRUE', 'fresh'],
    ['fresh=', 'fresh'],
    ['load=..%2f..', 'load'],
    [`load=${other}&after=-1`, 'after'],
    [`load=${other}&after=1e99`, 'after'],
    [`load=${other}&limit=0`, 'limit'],
    [`load=${other}&limit=NaN`, 'limit'],
    ['limit=5', 'limit'],
  ])('is refused with the name of the wrong parameter: %.60s', (query, parameter) => {
    expect(fleet(query)).toEqual({ ok: false, failure: { parameter } })
  })

  it('keeps the first value of a single parameter, and all values of a repeatable one', () => {
    expect(fleet('fresh=false&fresh=true')).toMatchObject({ value: { fresh: false } })
    expect(fleet(`load=${subscription}&load=${other}`)).toMatchObject({ value: { load: { id: subscription } } })
    expect(fleet(`subscription=${subscription}&subscription=${other}`)).toMatchObject({
      value: { subscriptions: [subscription, other] },
    })
    expect(fleet('subscription[]=x&Subscription=x&__proto__[fresh]=true')).toMatchObject({
      value: { subscriptions: null, fresh: false },
    })
  })

  it.each(['0', '-1', '1.5', '1e3', '0x10', ' 24', '99999', '', 'NaN', '２４'])('is refused with hours %j', (hours) => {
    const url = new URL('https://sealwatch.test/')
    url.searchParams.set('hours', hours)
    expect(parseHistoryQuery(url)).toEqual({ ok: false, failure: { parameter: 'hours' } })
  })
})
