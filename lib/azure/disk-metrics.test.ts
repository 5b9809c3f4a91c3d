import { expect, it } from 'vitest'
import { readDiskMetrics } from './calls/disk-metrics'
import { fakeSession } from './testing/fake-session'

const vm = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg', name: 'vm' }
const query = { vm, disks: 'data', from: '2026-11-24T05:00:00Z', to: '2026-11-24T05:01:00Z' } as const

/**
 * Azure Monitor with a VM of that many data disks: ten series where `top` is missing, and no series per disk without a
 * filter.
 */
function monitorOf(disks: number) {
  return fakeSession(({ url }) => {
    const { searchParams } = new URL(url)
    const top = Number(searchParams.get('top') ?? '10')
    const timeseries = Array.from({ length: disks }, (_, lun) => ({
      metadatavalues: [{ name: { value: 'lun' }, value: String(lun) }],
      data: [{ timeStamp: '2026-11-24T05:00:00Z', average: lun }],
    }))
    const names = searchParams.get('metricnames')?.split(',') ?? []
    return { json: { value: names.map((value) => ({ name: { value }, timeseries: timeseries.slice(0, top) })) } }
  })
}

it('reads every one of 64 data disks', async () => {
  const { session, settle } = monitorOf(64)
  const answer = await settle(readDiskMetrics(session, query))
  if (!answer.ok) throw new Error(answer.failure.kind)
  for (const series of [answer.value.read, answer.value.written]) {
    expect(series).toHaveLength(64)
    expect(series[63]).toEqual([{ timeStamp: '2026-11-24T05:00:00Z', average: 63 }])
  }
})

it('returns unknown where more disks may exist than were read', async () => {
  const { session, settle } = monitorOf(500)
  expect(await settle(readDiskMetrics(session, query))).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
})

it('sends no number of series where the metric is not split by disk', async () => {
  const { session, sent, settle } = monitorOf(1)
  await settle(readDiskMetrics(session, { ...query, disks: 'os' }))
  expect(new URL(sent[0]?.url ?? '').searchParams.has('top')).toBe(false)
})
