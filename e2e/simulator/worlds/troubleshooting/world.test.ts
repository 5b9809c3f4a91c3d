import { describe, expect, it } from 'vitest'
import { callRoute, jsonOf, valuesOf, type TestCaller } from '../../arm/test-context'
import { planNames } from '../../lifecycle/plans'
import { advance } from '../../lifecycle/advance'
import type { SimVm } from '../../model/vm'
import { troubleStories, troubleVm, type TroubleStory } from '../../names'
import { serialConsoleLog } from '../../related-resources/serial-log'
import { createWorld } from '../create'

const start = Date.UTC(2026, 10, 24, 9)
const world = createWorld({ tenantId: 'f1', scenario: 'troubleshooting', seed: 1 }, () => start)
const vms = [...world.vms.values()].map((vm) => advance(vm, start))
const subscription = world.subscriptions[0]!.id

function vmOf(story: TroubleStory): SimVm {
  return vms.find(({ name }) => name === troubleVm(story))!
}

function message(story: TroubleStory): string {
  const { extensions } = vmOf(story)
  return extensions.find(({ type }) => type.startsWith('AzureDiskEncryption'))?.statuses?.[0]?.message ?? ''
}

const ask = (route: string, params: Record<string, string>, as: TestCaller = 'Aiko Tanaka') =>
  callRoute(world, route, { as, params: { subscription, ...params } })

/** The vault that a VM's request names, read as the product would read it. */
async function vaultOfStory(story: TroubleStory): Promise<Record<string, unknown>> {
  const { settings } = vmOf(story).extensions.find(({ settings: each }) => each.KeyVaultResourceId !== undefined)!
  const [, , owner = '', , group = '', , , , vault = ''] = String(settings.KeyVaultResourceId).split('/')
  const answer = await ask('vault-get', { subscription: owner, group, vault })
  return answer.status === 200 ? jsonOf(answer) : { status: answer.status }
}

describe('the tenant for guided troubleshooting', () => {
  it('has one VM for each story', () => {
    expect(vms.map(({ name }) => name).sort()).toEqual(troubleStories.map(troubleVm).sort())
  })

  it('simulates every failure of the lifecycle', () => {
    const played = new Set(vms.map(({ run }) => run?.plan))
    expect(planNames.filter((plan) => plan.includes('fail') && !played.has(plan))).toEqual([])
  })

  it.each<[TroubleStory, Record<string, unknown>]>([
    ['vault-firewall', { properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None' } } }],
    ['vault-private', { properties: { publicNetworkAccess: 'Disabled' } }],
    ['vault-perimeter', { properties: { publicNetworkAccess: 'SecuredByPerimeter' } }],
    ['vault-region', { location: 'northeurope' }],
    ['vault-not-enabled', { properties: { enabledForDiskEncryption: false } }],
    ['vault-missing', { status: 404 }],
    ['windows-vault-region', { location: 'northeurope' }],
    ['policy-secret-validity', { properties: { enabledForDiskEncryption: true } }],
  ])('shows the cause of %s in the vault', async (story, expected) => {
    expect(await vaultOfStory(story)).toMatchObject(expected)
  })

  it('has a vault without soft delete, and one in another subscription', async () => {
    const { properties } = await vaultOfStory('vault-soft-delete')
    expect(properties).not.toHaveProperty('enableSoftDelete')
    expect(String((await vaultOfStory('vault-subscription')).id)).toContain(world.subscriptions[1]!.id)
  })

  it.each<[TroubleStory, Record<string, unknown>]>([
    ['key-disabled', { attributes: { enabled: false } }],
    ['key-expired', { attributes: { exp: Date.UTC(2025, 5, 30) / 1000 } }],
    ['key-elliptic', { kty: 'EC' }],
    ['key-2048', { keySize: 2048 }],
  ])('shows the cause of %s in the key', async (story, properties) => {
    const { settings } = vmOf(story).extensions.find(({ settings: each }) => each.KeyEncryptionKeyURL !== undefined)!
    const [key = '', version = ''] = String(settings.KeyEncryptionKeyURL).split('/').slice(-2)
    const params = { group: 'rg-keys', vault: 'kv-keys', key, version }
    expect(jsonOf(await ask('key-version-get', params))).toMatchObject({ properties })
  })

  it('has a newer version of a key than the disks are wrapped with', async () => {
    const used = vmOf('key-rotated').disks[0]?.settings?.keyUrl ?? ''
    const params = { group: 'rg-keys', vault: 'kv-keys', key: 'kek-rotated' }
    const current = jsonOf(await ask('key-get', params)).properties as { keyUriWithVersion: string }
    expect(current.keyUriWithVersion).not.toBe(used)
    expect(valuesOf(await ask('key-versions-list', params))).toHaveLength(2)
  })

  it.each<[TroubleStory, RegExp]>([
    ['busy-root', /^Attempt #\d to unmount \/oldroot failed/],
    ['os-copy-30h', /^OS disk encryption started$/],
    ['restart-pending', /please reboot the VM$/],
    ['decrypting', /^Decrypting data volume/],
    ['decryption-stalled', /^$/],
    ['dual-pass-blocked', /^Enable failed\.$/],
  ])('%s shows its characteristic text', (story, text) => {
    expect(message(story)).toMatch(text)
  })

  it('applies policies and locks to their VMs, inherited ones too', async () => {
    const at = (story: TroubleStory) => {
      const { resourceGroup: group, name } = vmOf(story)
      return { group, namespace: 'Microsoft.Compute', type: 'virtualMachines', name }
    }
    const deny = valuesOf(await ask('policy-assignments-list-resource', at('policy-host')))
    expect(deny.map(({ name }) => name)).toEqual(['encryption-at-host', 'linux-encryption', 'windows-encryption'])
    expect(valuesOf(await ask('policy-assignments-list-resource', at('ready-linux')))).toHaveLength(2)
    for (const story of ['lock-read-only', 'lock-delete', 'lock-group'] as const)
      expect(valuesOf(await ask('locks-list-resource', at(story))), story).toHaveLength(1)
    expect(valuesOf(await ask('locks-list-resource', at('ready-linux')))).toEqual([])
  })
})

describe('the serial console', () => {
  it.each<[TroubleStory, string]>([
    ['state-prereq', 'prereq'],
    ['state-selinux', 'selinux'],
    ['state-stripdown', 'stripdown'],
    ['state-unmount', 'unmount_oldroot'],
    ['state-split', 'split_root_partition'],
    ['state-copy', 'encrypt_block_device'],
    ['state-boot', 'patch_boot_system'],
  ])('of %s ends in machine state %s', (story, state) => {
    const states = [...serialConsoleLog(vmOf(story)).matchAll(/MACHINE STATE: (\w+) =/g)].map(([, found]) => found)
    expect(states.at(-1)).toBe(state)
  })

  it('contains lines that ARM never shows, with the prefix of the extension', () => {
    const log = serialConsoleLog(vmOf('state-unmount'))
    expect(log).toMatch(/^\[AzureDiskEncryption\] \d+: \[Info\] PRECHECK: Likely app compat issue detected\r$/m)
    expect(log).toContain('Could not unmount /oldroot in 10 attempts')
  })

  it('of a VM without the extension has no such lines', () => {
    expect(serialConsoleLog(vmOf('ready-linux'))).not.toContain('AzureDiskEncryption')
  })
})
