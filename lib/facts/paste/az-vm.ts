import { known } from '@/lib/shared/known'
import { fieldOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import type { VmFacts } from '../types'
import { readVmFacts } from '../vm-facts'

const hoisted = [
  'vmId',
  'provisioningState',
  'hardwareProfile',
  'storageProfile',
  'securityProfile',
  'virtualMachineScaleSet',
  'instanceView',
] as const

/** Older releases of the tool rename ARM's `type`, because `type` is the resource type. */
function extensionType(extension: JsonObject): unknown {
  const named = fieldOf(extension, 'typePropertiesType') ?? fieldOf(extension, 'virtualMachineExtensionType')
  if (named !== undefined && named !== null) return named
  const type = textOf(fieldOf(extension, 'type'))
  return type?.includes('/') === false ? type : undefined
}

function toArmExtension(json: unknown): unknown {
  const extension = objectOf(json)
  if (extension === undefined || objectOf(fieldOf(extension, 'properties')) !== undefined) return json
  return {
    id: fieldOf(extension, 'id'),
    name: fieldOf(extension, 'name'),
    properties: {
      publisher: fieldOf(extension, 'publisher'),
      type: extensionType(extension),
      typeHandlerVersion: fieldOf(extension, 'typeHandlerVersion'),
      provisioningState: fieldOf(extension, 'provisioningState'),
      settings: fieldOf(extension, 'settings'),
    },
  }
}

/** `diskSizeGB` is `diskSizeGb` in releases that print the Python SDK's names. */
function toArmDisk(json: unknown): unknown {
  const disk = objectOf(json)
  if (disk === undefined) return json
  return { ...disk, diskSizeGB: fieldOf(disk, 'diskSizeGB') ?? fieldOf(disk, 'diskSizeGb') }
}

function toArmStorage(json: unknown): unknown {
  const profile = objectOf(json)
  if (profile === undefined) return json
  const dataDisks = fieldOf(profile, 'dataDisks')
  return {
    ...profile,
    osDisk: toArmDisk(fieldOf(profile, 'osDisk')),
    dataDisks: Array.isArray(dataDisks) ? dataDisks.map(toArmDisk) : dataDisks,
  }
}

/** Moves what azure-cli hoisted to the top back under `properties`. */
export function toArmVm(flat: JsonObject): JsonObject {
  const properties = Object.fromEntries(hoisted.map((name) => [name, fieldOf(flat, name)]))
  const resources = fieldOf(flat, 'resources')
  return {
    id: fieldOf(flat, 'id'),
    name: fieldOf(flat, 'name'),
    type: fieldOf(flat, 'type'),
    location: fieldOf(flat, 'location'),
    tags: fieldOf(flat, 'tags'),
    zones: fieldOf(flat, 'zones'),
    properties: { ...properties, storageProfile: toArmStorage(properties.storageProfile) },
    resources: Array.isArray(resources) ? resources.map(toArmExtension) : resources,
  }
}

/** `az vm show --show-details` drops the instance view but prints its power state as `VM running`. */
function shownPower(flat: JsonObject): string | null {
  return /^VM ([a-z]+)$/i.exec(textOf(fieldOf(flat, 'powerState')) ?? '')?.[1]?.toLowerCase() ?? null
}

/** Facts from the flattened form that `az vm show` and `az vm get-instance-view` print. */
export function readAzVm(flat: JsonObject): VmFacts {
  const facts = readVmFacts(toArmVm(flat))
  const power = shownPower(flat)
  return facts.powerState.known || power === null ? facts : { ...facts, powerState: known(power) }
}
