import { describe, expect, it } from 'vitest'
import { noFleetFilters } from '@/lib/contract/fleet-search'
import { snapshotContentSchema, type SnapshotPart } from '@/lib/contract/snapshots'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { fleetRow } from '@/lib/views/testing/fleet-rows'
import { viewContent } from './view-content'

const entries = [{ ...fleetRow('vm-1'), kept: null }]
const azure = { azureCodes: ['AuthorizationFailed'], azureVersions: [] }
const model: FleetModel = {
  ...emptyFleet,
  entries,
  subscriptions: [{ id: 'sub-locked', name: 'Payroll', vms: null, error: null }],
  gaps: [
    { scope: 'sub-locked', kind: 'subscription', code: 'arm-denied', ...azure },
    { scope: entries[0]?.key ?? '', kind: 'vm', code: 'arm-timed-out', ...azure },
    { scope: '/subscriptions/other/vms/filtered-out', kind: 'vm', code: 'arm-timed-out', ...azure },
  ],
}

describe('what a snapshot says of the parts that were not read', () => {
  const gapsOf = (reveal: readonly SnapshotPart[]) => {
    const content = viewContent(model, entries, noFleetFilters, reveal, '2026-11-20T10:06:00.000Z', null)
    expect(snapshotContentSchema.parse(content)).toEqual(content)
    return content.gaps
  }

  it('is the cause with Azure’s code, the subscription by its name where the user selected that', () => {
    expect(gapsOf(['subscription'])).toMatchObject([
      { code: 'arm-denied', azureCodes: ['AuthorizationFailed'], subscriptions: 1, names: ['Payroll'], vms: 0 },
      { code: 'arm-timed-out', vms: 1 },
    ])
  })

  it('names no subscription and no VM otherwise', () => {
    expect(gapsOf([])).toMatchObject([{ subscriptions: 1, names: null }, { vms: 1 }])
    expect(JSON.stringify(gapsOf([]))).not.toMatch(/Payroll|sub-locked|vm-1|filtered-out/)
  })

  it('is missing over a whole reading', () => {
    const whole = viewContent({ ...model, gaps: [] }, entries, noFleetFilters, [], '2026-11-20T10:06:00.000Z', null)
    expect(whole.gaps).toBeUndefined()
  })
})
