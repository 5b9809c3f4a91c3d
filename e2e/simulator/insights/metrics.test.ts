import { beforeEach, describe, expect, it } from 'vitest'
import { callRoute, jsonOf, valuesOf, type TestCaller } from '../arm/test-context'
import { isObject } from '../arm/json'
import { at as member } from '../arm/test-values'
import { progressOf } from '../control/truth'
import { stopVm } from '../lifecycle/power'
import { requestPlan } from '../lifecycle/start-plan'
import type { SimVm } from '../model/vm'
import { evenPace } from '../worlds/pace'
import { timelineWorld, type TestWorld } from './test-world'

let scene: TestWorld
beforeEach(() => {
  scene = timelineWorld()
})

const osNames = 'OS Disk Read Bytes/sec,OS Disk Write Bytes/sec'
const minute = 60_000
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

async function ask(vm: SimVm, query: Record<string, string>, as?: TestCaller) {
  const { subscriptionId: subscription, resourceGroup: group, name } = vm
  return callRoute(scene.world, 'vm-metrics', {
    params: { subscription, group, vm: name },
    query: { interval: 'PT1M', aggregation: 'Average', ...query },
    ...(as === undefined ? {} : { as }),
  })
}

interface Point {
  readonly at: number
  readonly average: number | null
}

function pointsOf(metric: Record<string, unknown> | undefined, series = 0): Point[] {
  const list = metric?.timeseries
  const data = member(Array.isArray(list) ? list[series] : null, 'data')
  return (Array.isArray(data) ? data.filter(isObject) : []).map(({ timeStamp, average }) => ({
    at: Date.parse(String(timeStamp)),
    average: typeof average === 'number' ? average : null,
  }))
}

const bytes = (points: readonly Point[]): number => points.reduce((sum, { average }) => sum + (average ?? 0) * 60, 0)

describe('disk metrics', () => {
  it('show the offline OS copy reading the whole disk and writing its used blocks', async () => {
    const vm = scene.vm('vm-busy-root')
    vm.pace = { ...evenPace, osMiBPerSecond: 20, fullness: 0.25 }
    const began = scene.now()
    requestPlan(vm, { plan: 'linux-offline-os', at: began, by: null })
    scene.pass(3600)
    const [read, write] = valuesOf(
      await ask(vm, { metricnames: osNames, timespan: `${iso(began)}/${iso(scene.now())}` }),
    )
    const disk = 30 * 1024 ** 3
    expect(bytes(pointsOf(read)) / disk).toBeGreaterThan(0.98)
    expect(bytes(pointsOf(read)) / disk).toBeLessThan(1.02)
    expect(bytes(pointsOf(write)) / disk).toBeGreaterThan(0.24)
    expect(bytes(pointsOf(write)) / disk).toBeLessThan(0.27)
    expect(read).toMatchObject({ name: { value: 'OS Disk Read Bytes/sec' }, unit: 'BytesPerSecond' })
  })

  it('agree with the log of a random run at any time', async () => {
    scene = timelineWorld(4, Math.floor(Math.random() * 10_000))
    for (const name of ['vm-run-0001', 'vm-run-0002', 'vm-run-0003', 'vm-run-0004']) {
      const vm = scene.vm(name)
      requestPlan(vm, { plan: 'linux-offline-os', at: scene.now(), by: null })
      const { endsAt } = progressOf(vm, scene.now())
      scene.pass(((endsAt ?? 0) - scene.now()) / 2000)
      const { osCopied } = progressOf(vm, scene.now())
      const copy = vm.record?.transitions.find(({ what }) => what === 'encrypt_block_device')?.at ?? 0
      const timespan = `${iso(copy)}/${iso(scene.now())}`
      const [read] = valuesOf(await ask(vm, { metricnames: 'OS Disk Read Bytes/sec', timespan }))
      const size = (vm.disks[0]?.sizeGiB ?? 0) * 1024 ** 3
      const missing = (300 * (vm.pace?.osMiBPerSecond ?? 0) * 1.4 * 1024 ** 2) / size
      const share = bytes(pointsOf(read)) / size
      expect(share).toBeLessThan((osCopied ?? 0) + 0.02)
      expect(share).toBeGreaterThan((osCopied ?? 0) - missing - 0.02)
    }
  })

  it('are 1 to 3 minutes late: the newest points have no value', async () => {
    const vm = scene.vm('vm-offline-all')
    scene.pass(3600)
    const timespan = `${iso(scene.now() - 3_600_000)}/${iso(scene.now())}`
    const [read] = valuesOf(await ask(vm, { metricnames: 'OS Disk Read Bytes/sec', timespan }))
    const points = pointsOf(read)
    expect(points).toHaveLength(60)
    const missing = points.filter(({ average }) => average === null)
    expect(missing.length).toBeGreaterThanOrEqual(1)
    expect(missing.length).toBeLessThanOrEqual(4)
    expect(missing.every(({ at }) => at >= scene.now() - 5 * minute)).toBe(true)
  })

  it('have no value while the VM is deallocated', async () => {
    const vm = scene.vm('vm-offline-all')
    scene.pass(1800)
    stopVm(vm, scene.now(), true)
    scene.pass(1800)
    const timespan = `${iso(scene.now() - 3_600_000)}/${iso(scene.now())}`
    const [read] = valuesOf(await ask(vm, { metricnames: 'OS Disk Read Bytes/sec', timespan }))
    const points = pointsOf(read)
    expect(points.slice(0, 30).every(({ average }) => average !== null)).toBe(true)
    expect(points.slice(31).every(({ average }) => average === null)).toBe(true)
  })

  it('fall to zero in a stall and to a fraction in a pause', async () => {
    const vm = scene.vm('vm-stall')
    requestPlan(vm, { plan: 'linux-offline-all', at: scene.now(), by: null })
    scene.pass(86_400)
    const timespan = `${iso(scene.now() - 3_600_000)}/${iso(scene.now())}`
    const [read, write] = valuesOf(await ask(vm, { metricnames: osNames, timespan }))
    expect(new Set(pointsOf(read).map(({ average }) => average))).toEqual(new Set([0, null]))
    expect(bytes(pointsOf(write))).toBe(0)
    const slow = scene.vm('vm-pauses')
    requestPlan(slow, { plan: 'linux-offline-os', at: scene.now(), by: null })
    const pause = slow.run?.steps.findIndex(({ name }) => name.endsWith('pause')) ?? -1
    expect(pause).toBeGreaterThan(0)
    expect(slow.run?.steps[pause]?.traffic?.[0]?.read).toBeCloseTo(2.6 * 0.02, 5)
  })

  it('separate data disks by LUN, and combine them without a filter', async () => {
    const vm = scene.vm('vm-offline-all')
    requestPlan(vm, { plan: 'linux-offline-all', at: scene.now(), by: null })
    scene.pass(1200)
    const timespan = `${iso(scene.now() - 600_000)}/${iso(scene.now() - 300_000)}`
    const metricnames = 'Data Disk Read Bytes/sec'
    const [split] = valuesOf(await ask(vm, { metricnames, timespan, $filter: "LUN eq '*'" }))
    expect(split).toMatchObject({
      timeseries: [{ metadatavalues: [{ value: '0' }] }, { metadatavalues: [{ value: '1' }] }],
    })
    expect(pointsOf(split, 0)[0]?.average).toBeGreaterThan(50 * 1024 ** 2)
    expect(pointsOf(split, 1)[0]?.average).toBe(0)
    const [one] = valuesOf(await ask(vm, { metricnames, timespan, $filter: "LUN eq '1'" }))
    expect(one).toMatchObject({ timeseries: [{ metadatavalues: [{ value: '1' }] }] })
    const [all] = valuesOf(await ask(vm, { metricnames, timespan }))
    expect(pointsOf(all)[0]?.average).toBeCloseTo((pointsOf(split, 0)[0]?.average ?? 0) / 2, 0)
  })

  it('are aggregated over longer intervals', async () => {
    const vm = scene.vm('vm-offline-all')
    scene.pass(7200)
    const timespan = `${iso(scene.now() - 7_200_000)}/${iso(scene.now() - 3_600_000)}`
    const response = await ask(vm, {
      metricnames: osNames,
      timespan,
      interval: 'PT15M',
      aggregation: 'average,maximum',
    })
    expect(jsonOf(response)).toMatchObject({ interval: 'PT15M', namespace: 'Microsoft.Compute/virtualMachines' })
    const [read] = valuesOf(response)
    const first = member(Array.isArray(read?.timeseries) ? read.timeseries[0] : null, 'data')
    expect(Array.isArray(first) ? first.length : 0).toBe(4)
    expect(Array.isArray(first) ? first[0] : null).toMatchObject({
      average: expect.any(Number),
      maximum: expect.any(Number),
    })
  })
})

describe('refusals', () => {
  const metricnames = 'OS Disk Read Bytes/sec'
  it.each([
    ['an unknown metric', { metricnames: 'Disk Fullness' }],
    ['no metric', {}],
    ['an unknown interval', { metricnames, interval: 'PT2M' }],
    ['an unknown aggregation', { metricnames, aggregation: 'Median' }],
    ['a time span the wrong way round', { metricnames, timespan: '2026-11-24T05:00:00Z/2026-11-24T04:00:00Z' }],
    ['more than 93 days', { metricnames, timespan: '2026-08-01T05:00:00Z/2026-11-24T04:00:00Z' }],
    ['a dimension the metric lacks', { metricnames, $filter: "LUN eq '*'" }],
    ['another filter', { metricnames: 'Data Disk Read Bytes/sec', $filter: "VMName eq 'x'" }],
  ])('answer %s', async (_name, query) => {
    const response = await ask(scene.vm('vm-offline-all'), query)
    expect(response.status).toBe(400)
    expect(jsonOf(response)).toMatchObject({ code: 'BadRequest', message: expect.any(String) })
  })

  it('require the right to read metrics', async () => {
    const vm = scene.vm('vm-offline-all')
    const only = [{ scope: '/', actions: ['Microsoft.Compute/virtualMachines/read'] }]
    expect((await ask(vm, { metricnames }, only)).status).toBe(403)
    expect((await ask(vm, { metricnames }, [{ scope: '/', actions: ['*/read'] }])).status).toBe(200)
  })

  it('return at most ten series of a split metric, unless the caller requests more', async () => {
    const vm = scene.vm('vm-busy-root')
    const [first] = vm.disks
    const many = Array.from({ length: 64 }, (_, lun) => ({ ...first, role: 'data', lun, name: `data-${lun}` }))
    vm.disks.push(...(many as typeof vm.disks))
    const seriesOf = async (query: Record<string, string>) => {
      const timespan = `${iso(scene.now() - 3_600_000)}/${iso(scene.now())}`
      const metricnames = 'Data Disk Read Bytes/sec'
      const [metric] = valuesOf(await ask(vm, { metricnames, timespan, $filter: "LUN eq '*'", ...query }))
      return Array.isArray(metric?.timeseries) ? metric.timeseries.length : null
    }
    expect(await seriesOf({})).toBe(10)
    expect(await seriesOf({ top: '100' })).toBe(64)
    const withoutFilter = await ask(vm, { metricnames: osNames, top: '100' })
    expect(withoutFilter.status).toBe(400)
  })
})
