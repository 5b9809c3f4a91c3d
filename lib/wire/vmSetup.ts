import { booleanOf, fieldOf, listOf, objectOf, textOf, type JsonObject } from './read'

/** What a VM's model says of how it was set up: parts of `osProfile`, `networkProfile` and `diagnosticsProfile`. */
export interface VmSetup {
  readonly osProfile:
    | {
        readonly allowExtensionOperations: boolean | undefined
        /** Of the Linux or the Windows configuration, whichever the VM has. */
        readonly provisionVMAgent: boolean | undefined
      }
    | undefined
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

/** Reads these parts of a VM's `properties`. https://learn.microsoft.com/rest/api/compute/virtual-machines/get */
export function readVmSetup(properties: JsonObject | undefined): VmSetup {
  const network = objectOf(fieldOf(properties, 'networkProfile'))
  const diagnostics = objectOf(fieldOf(properties, 'diagnosticsProfile'))
  return {
    osProfile: readOsProfile(fieldOf(properties, 'osProfile')),
    networkInterfaces: listOf(fieldOf(network, 'networkInterfaces'), (each) => textOf(fieldOf(objectOf(each), 'id'))),
    bootDiagnostics: booleanOf(fieldOf(objectOf(fieldOf(diagnostics, 'bootDiagnostics')), 'enabled')),
  }
}
