import { describe, expect, it } from 'vitest'
import { createRandom } from '../worlds/random'
import type { ImageName } from '../worlds/images'
import { advance } from './advance'
import { adeExtensionOf } from '../records/ade-extension'
import { planNames, plans, type PlanName } from './plans'
import { startPlan } from './start-plan'
import { shown, startedVm, testVm, until } from './test-vm'

function imageOf(plan: PlanName): ImageName {
  if (plans[plan].osType === 'Windows') return 'windows2022'
  return plan.includes('online') ? 'rhel94' : plan.includes('selinux') ? 'rhel79' : 'ubuntu2204'
}

describe.each(planNames)('%s', (plan) => {
  const draft = { dataDisks: [1, 2] }

  it('is the same whether read once at the end or often during the run', () => {
    const lazy = startedVm(plan, imageOf(plan), draft)
    const watched = startedVm(plan, imageOf(plan), draft)
    const end = 40 * 3_600_000
    const random = createRandom(3)
    for (let now = 0; now < end; now += 1 + random.below(900_000)) advance(watched, now)
    advance(watched, end)
    advance(lazy, end)
    expect(watched).toEqual(lazy)
  })

  it('records every step at its own time, in order', () => {
    const vm = startedVm(plan, imageOf(plan), draft)
    advance(vm, 40 * 3_600_000)
    const history = vm.run?.history ?? []
    expect(history.map(({ step }) => step)).toEqual(vm.run?.steps.slice(0, history.length).map(({ name }) => name))
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort((one, other) => one - other))
    expect(history[0]).toMatchObject({ at: 0, step: 'requested' })
  })

  it('requests the operation of its name', () => {
    const extension = adeExtensionOf(startedVm(plan, imageOf(plan), draft))
    expect(extension).toMatchObject({ provisioningState: 'Creating', statuses: null })
    expect(extension?.settings).toMatchObject({
      EncryptionOperation: plans[plan].operation,
      VolumeType: plans[plan].volumeType,
    })
    expect(extension?.settings.KeyVaultURL === undefined).toBe(plans[plan].operation === 'DisableEncryption')
  })

  it('does not start on the other operating system', () => {
    const vm = testVm(plans[plan].osType === 'Windows' ? 'ubuntu2204' : 'windows2022')
    expect(startPlan(vm, plan, 0)).toBe(false)
    expect(vm).toEqual(testVm(plans[plan].osType === 'Windows' ? 'ubuntu2204' : 'windows2022'))
  })
})

describe('Windows', () => {
  it('reports only its version as soon as the settings exist; BitLocker continues without reports', () => {
    const vm = until(startedVm('windows-all', 'windows2022', { dataDisks: [64] }), 'reported')
    const reported = shown(vm)
    expect(reported).toEqual({
      code: 'succeeded',
      message: '[2.4.0.21] ',
      words: '-',
      resource: 'Succeeded',
      stamps: 'encrypted,encrypted',
    })
    expect(shown(until(vm, 'converted'))).toEqual(reported)
  })

  it('writes a sub-status from 2.5 on', () => {
    const vm = until(startedVm('windows-2.5-all', 'windows2022'), 'reported')
    expect(shown(vm)).toMatchObject({ message: '[2.5.0.6] ', words: 'Encrypted/Encrypted' })
    expect(adeExtensionOf(vm)?.substatuses?.[0]?.code).toBe('ComponentStatus/BitlockerExtension/succeeded')
  })

  it('ends a dual pass with the URL of the secret', () => {
    const vm = until(startedVm('windows-dual-pass', 'windows2016', { dataDisks: [64] }), 'converted')
    expect(shown(vm)).toMatchObject({ code: 'succeeded', words: '-', stamps: 'encrypted,-' })
    expect(shown(vm).message).toContain('/secrets/')
    expect(vm.modelSettings?.enabled).toBe(true)
  })

  it('clears the stamps when it is disabled', () => {
    const vm = startedVm('windows-all', 'windows2022', { dataDisks: [64] })
    advance(vm, 3_600_000 * 24)
    startPlan(vm, 'windows-disable', 3_600_000 * 24)
    expect(shown(vm)).toMatchObject({ resource: 'Updating', message: '[2.4.0.21] ' })
    expect(shown(until(vm, 'settings cleared'))).toMatchObject({
      message: '[2.4.0.21] Disable Encryption completed successfully',
      stamps: 'notEncrypted,notEncrypted',
      resource: 'Succeeded',
    })
  })
})
