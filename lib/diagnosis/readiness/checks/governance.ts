import type { PolicyFacts } from '@/lib/facts/related-resources/types'
import { fail, partOf, pass, warn, type Found, type ReadinessCheck } from '../found'
import type { ReasonKind } from '../reasons'

/**
 * Built-in definitions that block Azure Disk Encryption where their effect is Deny, by the last part of their ids.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#restrictions and
 * https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies
 */
const blocking: Readonly<
  Record<string, { readonly reason: ReasonKind; readonly fails: 'always' | 'windows' | 'never' }>
> = {
  // Secrets should have the specified maximum validity period
  '342e8053-e12e-4c44-be01-c3c2f318400f': { reason: 'policy-secret-validity', fails: 'always' },
  // Key Vault secrets should have an expiration date
  '98728c90-32c7-4049-8429-847dc0f4fe37': { reason: 'policy-secret-expiration', fails: 'windows' },
  // Virtual machines should have encryption at host enabled: it refuses changes to VMs that lack it
  'fc4d8e41-e223-45ea-9bf5-eada37891d87': { reason: 'policy-encryption-at-host', fails: 'never' },
  // Only approved VM extensions should be installed; the list itself is not read
  'c0e996f8-39cf-4af9-9f45-83fbde810432': { reason: 'policy-approved-extensions', fails: 'never' },
}

/** Whether a definition is one of those, so that its effect has to be read. */
export function isBlockingDefinition(definitionId: string): boolean {
  return Object.hasOwn(blocking, guidOf(definitionId))
}

const guidOf = (definitionId: string): string => definitionId.slice(definitionId.lastIndexOf('/') + 1).toLowerCase()

const isUnreadSet = ({ definitionId, effect }: PolicyFacts): boolean =>
  effect === null && /\/policySetDefinitions\//i.test(definitionId)

function judge(policy: PolicyFacts, isWindows: boolean): Found | null {
  const rule = Object.hasOwn(blocking, guidOf(policy.definitionId)) ? blocking[guidOf(policy.definitionId)] : undefined
  const values = { assignment: policy.assignment }
  if (!policy.enforced) return null
  if (isUnreadSet(policy)) return warn('policy-effect-unknown', values)
  if (rule === undefined) return null
  if (policy.effect === null) return warn('policy-effect-unknown', values)
  if (policy.effect !== 'deny') return null
  const isFailure = rule.fails === 'always' || (rule.fails === 'windows' && isWindows)
  return isFailure ? fail(rule.reason, values) : warn(rule.reason, values)
}

/** Azure Policy, for the built-in definitions that are known to block encryption. */
export const policyDeny: ReadinessCheck = (setting) => {
  const part = partOf(setting, 'policies')
  if ('missing' in part) return part.missing
  const { osType } = setting.facts
  const found = part.value.flatMap((policy) => judge(policy, osType.known && osType.value === 'Windows') ?? [])
  return found.find(({ outcome }) => outcome === 'fail') ?? found[0] ?? pass('policy-none-blocks')
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources */
export const locks: ReadinessCheck = (setting) => {
  const part = partOf(setting, 'locks')
  if ('missing' in part) return part.missing
  const readOnly = part.value.find(({ level }) => level === 'ReadOnly')
  if (readOnly !== undefined) {
    const { name, scope } = readOnly
    return fail('lock-read-only', { lock: name, id: `${scope}/providers/Microsoft.Authorization/locks/${name}` })
  }
  const lock = part.value[0]
  return lock === undefined ? pass('locks-none') : warn('lock-no-delete', { lock: lock.name })
}
