import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAttestationRow } from '@/lib/wire/attestation'
import { readSerialConsoleAddress } from '@/lib/wire/bootDiagnostics'
import { readDiskResource, readSnapshot } from '@/lib/wire/disk'
import { readLock, readPolicyAssignment, readPolicyDefinition, readPolicySet } from '@/lib/wire/governance'
import { readVault, readVaultKey } from '@/lib/wire/keyVault'
import { readNetworkInterface, readRouteTable, readSecurityGroup, readVirtualNetwork } from '@/lib/wire/network'
import { readPage } from '@/lib/wire/page'
import { readSku } from '@/lib/wire/sku'
import { attestationFactsOf } from './attestation'
import { sizeFactsOf, snapshotFactsOf } from './compute'
import { assignedPolicy, isPolicySet, lockFactsOf, memberPolicy, unreadSet } from './governance'
import { keyFactsOf, keyNameOf, vaultFactsOf } from './key-vault'
import { isForcedTunnel, securityRulesOf } from './network'

const read = <T>(reader: (json: unknown) => T | undefined, json: unknown): T => {
  const value = reader(json)
  if (value === undefined) throw new Error('not read')
  return value
}

describe('answers about related resources', () => {
  it('never throw, for any contents', () => {
    const readers = [
      readPage,
      readVault,
      readVaultKey,
      readNetworkInterface,
      readVirtualNetwork,
      readRouteTable,
      readSku,
      readDiskResource,
      readSnapshot,
      readLock,
      readPolicyAssignment,
      readPolicyDefinition,
      readSerialConsoleAddress,
      (json: unknown) => readAttestationRow(json) && attestationFactsOf(readAttestationRow(json)!),
      (json: unknown) => readSecurityGroup(json) && securityRulesOf(readSecurityGroup(json)!),
      (json: unknown) => readPolicySet(json),
    ]
    const keys = fc.constantFrom(
      'properties',
      'value',
      'id',
      'name',
      'ipConfigurations',
      'subnets',
      'parameters',
      'kty',
    )
    const json = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.dictionary(keys, tie('node')),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    })).node
    fc.assert(
      fc.property(json, (value) => {
        for (const reader of readers) expect(() => reader(value)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})

describe('sizes', () => {
  it('are found by name among the sizes of a region', () => {
    const capabilities = [
      { name: 'MemoryGB', value: '3.5' },
      { name: 'vCPUs', value: 'many' },
      { name: 'HyperVGenerations', value: 'V1,V2' },
      { name: 'EncryptionAtHostSupported', value: 'True' },
    ]
    const skus = [
      read(readSku, { resourceType: 'disks', name: 'Standard_D1' }),
      read(readSku, { resourceType: 'virtualMachines', name: 'Standard_D1', capabilities }),
    ]
    expect(sizeFactsOf(skus, 'standard_d1')).toEqual({
      memoryGiB: 3.5,
      virtualCpus: null,
      generations: ['V1', 'V2'],
      encryptionAtHost: true,
    })
    expect(sizeFactsOf(skus, 'Standard_D2')).toBeNull()
  })

  it('of snapshots the newest counts, by the id of its disk', () => {
    const of = (sourceResourceId: string, timeCreated: string) => ({ sourceResourceId, timeCreated })
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/OS'
    const snapshots = [of(id.toUpperCase(), '2026-01-01T00:00:00Z'), of(id, '2026-02-01T00:00:00Z'), of(id, 'soon')]
    expect(snapshotFactsOf(snapshots, [id])).toEqual([{ diskName: 'OS', newestAt: '2026-02-01T00:00:00.000Z' }])
    expect(snapshotFactsOf(snapshots, ['/other'])).toEqual([])
  })
})

describe('vaults and keys', () => {
  it('are named by their ids and addresses', () => {
    expect(vaultFactsOf(read(readVault, { properties: {} }), true)).toBeNull()
    expect(keyNameOf('https://kv.vault.azure.net/keys/wrap/0a1b')).toEqual({ name: 'wrap', version: '0a1b' })
    expect(keyNameOf('https://kv.vault.azure.net/keys/wrap')).toEqual({ name: 'wrap', version: null })
    for (const wrong of [
      'http://kv/keys/a',
      'https://kv/secrets/a',
      'https://kv/keys/../x',
      'https://kv/keys/a?b',
      '',
    ]) {
      expect(keyNameOf(wrong)).toBeNull()
    }
  })

  it('report unknown values as unknown', () => {
    const inUse = read(readVaultKey, { properties: { attributes: { exp: 1e300 } } })
    expect(keyFactsOf({ name: 'a', version: null }, { inUse, newest: null })).toEqual({
      name: 'a',
      version: null,
      currentVersion: null,
      enabled: null,
      expiresAt: null,
      keyType: null,
      keySize: null,
    })
  })
})

describe('rules and routes', () => {
  const rule = (properties: object) => ({ name: 'r', properties })
  const whole = { priority: 100, direction: 'outbound', access: 'deny', protocol: 'TCP', destinationAddressPrefix: '*' }

  it('are read whole, or not at all: an unreadable one could decide', () => {
    const group = (rules: object[]) => read(readSecurityGroup, { name: 'g', properties: { securityRules: rules } })
    expect(securityRulesOf(group([rule(whole)]))).toMatchObject([
      { direction: 'Outbound', access: 'Deny', destinations: ['*'] },
    ])
    expect(securityRulesOf(group([rule(whole), rule({ ...whole, access: 'Maybe' })]))).toBeNull()
    expect(readSecurityGroup({ properties: {} })).toBeUndefined()
  })

  it('show a forced tunnel', () => {
    expect(isForcedTunnel([{ addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' }])).toBe(true)
    expect(isForcedTunnel([{ addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }])).toBe(false)
    expect(isForcedTunnel([{ addressPrefix: '10.0.0.0/8', nextHopType: 'VirtualAppliance' }])).toBe(false)
  })
})

describe('policies and locks', () => {
  const definition = read(readPolicyDefinition, {
    properties: {
      parameters: { effect: { defaultValue: 'Audit' } },
      policyRule: { then: { effect: "[parameters('effect')]" } },
    },
  })
  const assignment = (parameters: object, more: object = {}) =>
    read(readPolicyAssignment, {
      name: 'a',
      properties: { policyDefinitionId: '/d/policyDefinitions/p', parameters, ...more },
    })

  it('resolve to the effect of the assignment, else to the default, else to nothing', () => {
    expect(assignedPolicy(assignment({ effect: { value: 'Deny' } }), definition)).toMatchObject({
      effect: 'deny',
      enforced: true,
    })
    expect(assignedPolicy(assignment({}), definition).effect).toBe('audit')
    expect(assignedPolicy(assignment({}), null).effect).toBeNull()
    expect(assignedPolicy(assignment({ effect: { value: 'Deny' } }), null).effect).toBe('deny')
    expect(assignedPolicy(assignment({}, { enforcementMode: 'DoNotEnforce' }), definition).enforced).toBe(false)
    const strange = { effect: "[concat('de','ny')]", defaults: new Map<string, string>() }
    expect(assignedPolicy(assignment({}), strange).effect).toBeNull()
  })

  it('are read through a set, whose parameters have different names', () => {
    const set = read(readPolicySet, {
      properties: {
        parameters: { secretsEffect: { defaultValue: 'Disabled' } },
        policyDefinitions: [
          {
            policyDefinitionId: '/d/policyDefinitions/p',
            parameters: { effect: { value: "[parameters('secretsEffect')]" } },
          },
          { policyDefinitionId: '/d/policyDefinitions/q' },
        ],
      },
    })
    const [handedOn, own] = set.members
    expect(memberPolicy(assignment({ secretseffect: { value: 'Deny' } }), set, handedOn!, null).effect).toBe('deny')
    expect(memberPolicy(assignment({}), set, handedOn!, null).effect).toBe('disabled')
    expect(memberPolicy(assignment({}), set, own!, definition).effect).toBe('audit')
    expect(memberPolicy(assignment({}), set, own!, null).effect).toBeNull()
    expect(unreadSet(assignment({})).effect).toBeNull()
    expect(isPolicySet('/x/policySetDefinitions/s')).toBe(true)
    expect(isPolicySet('/x/policyDefinitions/s')).toBe(false)
  })

  it('skip a lock with an unknown level', () => {
    const lock = { id: '/subscriptions/s/providers/Microsoft.Authorization/locks/l', name: 'l', level: 'readonly' }
    expect(lockFactsOf(lock)).toEqual({ name: 'l', level: 'ReadOnly', scope: '/subscriptions/s' })
    expect(lockFactsOf({ ...lock, level: 'NotSpecified' })).toBeNull()
  })
})

describe('attestation', () => {
  it('is compliant, not compliant, or says nothing', () => {
    const of = (compliance: string) =>
      attestationFactsOf({ target: undefined, compliance, at: '2026-11-24T00:00:00Z', phrases: [] })
    expect(of('Compliant').compliant).toBe(true)
    expect(of('NonCompliant').compliant).toBe(false)
    expect(of('Pending').compliant).toBeNull()
  })
})
