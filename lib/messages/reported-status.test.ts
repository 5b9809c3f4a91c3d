import { describe, expect, it } from 'vitest'
import { reportedStatus, type StatusSigns } from './reported-status'

const silent: StatusSigns = { code: null, level: null, displayStatus: null }

describe('the word behind a status', () => {
  it.each<[Partial<StatusSigns>, ReturnType<typeof reportedStatus>]>([
    [{}, null],
    [{ level: 'Info' }, null],
    [{ level: 'Error' }, 'error'],
    [{ level: ' error ' }, 'error'],
    [{ level: 'Error', code: 'ProvisioningState/succeeded' }, 'error'],
    [{ code: 'ProvisioningState/succeeded' }, 'success'],
    [{ code: 'PROVISIONINGSTATE/SUCCEEDED' }, 'success'],
    [{ code: 'ProvisioningState/failed/19' }, 'error'],
    [{ code: 'ProvisioningState/transitioning' }, 'transitioning'],
    [{ code: 'ProvisioningState/updating' }, null],
    [{ code: 'ProvisioningState' }, null],
    [{ code: 'PowerState/failed' }, null],
    [{ code: 'ComponentStatus/Microsoft.Azure.Security/succeeded' }, 'success'],
    [{ code: 'ComponentStatus/Microsoft.Azure.Security/failed/1' }, 'error'],
    [{ code: 'ComponentStatus/succeeded/x' }, null],
    [{ code: `ComponentStatus/${'x'.repeat(300)}/failed` }, null],
    [{ displayStatus: 'Provisioning succeeded' }, 'success'],
    [{ displayStatus: 'provisioning FAILED' }, 'error'],
    [{ displayStatus: 'Transitioning' }, 'transitioning'],
    [{ displayStatus: 'Ready' }, null],
    [{ code: 'ProvisioningState/failed/19', displayStatus: 'Provisioning succeeded' }, 'error'],
    [{ code: 'ProvisioningState/updating', displayStatus: 'Transitioning' }, 'transitioning'],
  ])('of %j is %s', (signs, word) => {
    expect(reportedStatus({ ...silent, ...signs })).toBe(word)
  })
})
