import { booleanOf, fieldOf, listOf, objectOf, textOf, type JsonObject } from './read'

/** The set-up of a VM in its model: parts of `osProfile`, `networkProfile` and `diagnosticsProfile`. */
export interface VmSetup {
  readonly osProfile:
    | {
        readonly allowExtensionOperations: boolean | undefined
        /** Of the Linux or the Windows configuration, whichever the VM has. */
        readonly provisionVMAgent: boolean | undefined
      }
    | undefined
  /** Ids, that of the primary interface first. */
  readonly networkInterfaces: readonly string[] | undefined
  readonly bootDiagnostics: boolean | undefined
}

function readOsProfile(json: unknown): VmSetup['osProfile'] {
  const profile = objectOf(json)
  if (profile === undefined) return undefined
  const configuration =
    objectOf(fieldOf(profile, 'linuxConfiguration')) ?? objectOf(fieldOf(profile, 'windowsConfiguration'))
  return {
    allowExtensionOperations: booleanOf(fieldOf(profile, 'allowExtensionOperations')),
    provisionVMAgent: booleanOf(fieldOf(configuration, 'provisionVMAgent')),
  }
}

function readInterfaces(json: unknown): readonly string[] | undefined {
  const interfaces = listOf(json, (each) => {
    const id = textOf(fieldOf(objectOf(each), 'id'))
    const isPrimary = booleanOf(fieldOf(objectOf(fieldOf(objectOf(each), 'properties')), 'primary')) === true
    return id === undefined ? undefined : { id, isPrimary }
  })
  return interfaces?.toSorted((left, right) => Number(right.isPrimary) - Number(left.isPrimary)).map(({ id }) => id)
}

/** Reads these parts of a VM's `properties`. https://learn.microsoft.com/rest/api/compute/virtual-machines/get */
export function readVmSetup(properties: JsonObject | undefined): VmSetup {
  const network = objectOf(fieldOf(properties, 'networkProfile'))
  const diagnostics = objectOf(fieldOf(properties, 'diagnosticsProfile'))
  return {
    osProfile: readOsProfile(fieldOf(properties, 'osProfile')),
    networkInterfaces: readInterfaces(fieldOf(network, 'networkInterfaces')),
    bootDiagnostics: booleanOf(fieldOf(objectOf(fieldOf(diagnostics, 'bootDiagnostics')), 'enabled')),
  }
}
