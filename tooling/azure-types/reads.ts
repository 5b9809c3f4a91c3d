import { readLock, readPolicyAssignment, readPolicyDefinition, readPolicySet } from '@/lib/wire/governance'
import { readDiskResource, readSnapshot } from '@/lib/wire/disk'
import { readExtension } from '@/lib/wire/extension'
import { readVault, readVaultKey } from '@/lib/wire/keyVault'
import { readNetworkInterface, readRouteTable, readSecurityGroup, readVirtualNetwork } from '@/lib/wire/network'
import { readLatestModelApplied, readVirtualMachine } from '@/lib/wire/virtualMachine'
import type { Shape } from '@/lib/wire/published/shape'

/** The readers of `lib/wire` by the type whose body they read. */
export const readers: Readonly<Record<string, readonly ((json: unknown) => unknown)[]>> = {
  'Microsoft.Compute/virtualMachines': [readVirtualMachine],
  'Microsoft.Compute/virtualMachines/extensions': [readExtension],
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines': [readVirtualMachine, readLatestModelApplied],
  'Microsoft.Compute/disks': [readDiskResource],
  'Microsoft.Compute/snapshots': [readSnapshot],
  'Microsoft.Network/networkInterfaces': [readNetworkInterface],
  'Microsoft.Network/virtualNetworks': [readVirtualNetwork],
  'Microsoft.Network/networkSecurityGroups': [readSecurityGroup],
  'Microsoft.Network/routeTables': [readRouteTable],
  'Microsoft.KeyVault/vaults': [readVault],
  'Microsoft.KeyVault/vaults/keys': [readVaultKey],
  'Microsoft.KeyVault/vaults/keys/versions': [readVaultKey],
  'Microsoft.Authorization/locks': [readLock],
  'Microsoft.Authorization/policyAssignments': [readPolicyAssignment],
  'Microsoft.Authorization/policyDefinitions': [readPolicyDefinition],
  'Microsoft.Authorization/policySetDefinitions': [readPolicySet],
}

/** Fields that a reader requests and that the type does not publish, by `type path`, each with its reason. */
export const unpublishedReads: Readonly<Record<string, string>> = {
  'Microsoft.Compute/virtualMachines sku':
    'One reader for VMs and for instances of scale sets, which have their size at this path.',
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines properties.virtualMachineScaleSet':
    'One reader for VMs and for instances of scale sets, whose id alone names their set.',
}

/** A value for each leaf that its kind allows; `word` is the value of every free text. */
function leafValue(fact: string, word: string): unknown {
  if (fact === 'integer') return 1
  if (fact === 'boolean') return true
  if (!fact.startsWith('enum ')) return word
  return fact.slice('enum '.length).split('|')[0]
}

export interface Sampling {
  /** Called with each requested field, and whether it is published. */
  readonly asked: (path: string, published: boolean) => void
  /** Leaves out the field at this path. */
  readonly without?: string
  /** The text for places that allow any text. */
  readonly word: string
}

function sampleObject(shape: Shape & { kind: 'object' | 'map' }, path: string, sampling: Sampling): object {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const childOf = (name: string): Shape | undefined => {
    if (shape.kind === 'map') return name === 'key' ? shape.item() : undefined
    return at(name) === sampling.without ? undefined : shape.child(name)
  }
  const valueOf = (name: string): unknown => {
    const child = childOf(name)
    return child && sample(child, shape.kind === 'map' ? `${path}.*` : at(name), sampling)
  }
  return new Proxy(
    {},
    {
      ownKeys: () => (shape.kind === 'map' ? ['key'] : [...shape.names()]),
      getOwnPropertyDescriptor: (_target, name) => {
        if (typeof name !== 'string') return undefined
        if (childOf(name) === undefined) {
          if (shape.kind === 'object' && at(name) !== sampling.without) sampling.asked(at(name), false)
          return undefined
        }
        return { value: valueOf(name), enumerable: true, configurable: true, writable: true }
      },
      get: (_target, name) => {
        if (typeof name !== 'string') return undefined
        if (shape.kind === 'object' && childOf(name) !== undefined) sampling.asked(at(name), true)
        return valueOf(name)
      },
    },
  )
}

/** A body with every published field, built lazily: published types reference each other recursively. */
export function sample(shape: Shape, path: string, sampling: Sampling): unknown {
  if (shape.kind === 'leaf') return leafValue(shape.fact, sampling.word)
  if (shape.kind === 'list') return [sample(shape.item(), `${path}[]`, sampling)]
  return sampleObject(shape, path, sampling)
}

/** The fields that the readers of a type request, published or not, including the requests when one field is missing. */
export function readsOf(
  type: string,
  shape: Shape,
): { readonly published: ReadonlySet<string>; readonly unpublished: ReadonlySet<string> } {
  const published = new Set<string>()
  const unpublished = new Set<string>()
  const asked = (path: string, isPublished: boolean): void => void (isPublished ? published : unpublished).add(path)
  const run = (without?: string): void => {
    const sampling = { asked, word: 'text', ...(without !== undefined && { without }) }
    for (const read of readers[type] ?? []) read(sample(shape, '', sampling))
  }
  run()
  for (const path of [...published]) run(path)
  return { published, unpublished }
}
