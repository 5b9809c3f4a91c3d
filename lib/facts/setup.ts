import { unknown, type Known } from '@/lib/shared/known'
import type { VirtualMachine } from '@/lib/wire/virtualMachine'
import { present, within } from './known-fields'

/** The set-up of a VM, where it decides whether encryption can run on it. */
export interface SetupFacts {
  /** `V1` or `V2`. */
  readonly generation: Known<string>
  /** ARM omits the field where extensions are allowed. */
  readonly extensionsAllowed: Known<boolean>
  readonly agentProvisioned: Known<boolean>
  /** Id of the identity with which the platform reads the vault. */
  readonly encryptionIdentity: Known<string>
  readonly networkInterfaceIds: readonly string[]
  readonly bootDiagnostics: Known<boolean>
}

/** Reads the set-up from a VM's model; without a model every value is `not-asked`. */
export function readSetup({ properties }: VirtualMachine): SetupFacts {
  const { instanceView, securityProfile, setup, storageProfile } = properties
  const wasRead = storageProfile !== undefined
  return {
    generation: within(instanceView, (view) => view.hyperVGeneration),
    extensionsAllowed: within(setup.osProfile, (profile) => profile.allowExtensionOperations),
    agentProvisioned: within(setup.osProfile, (profile) => profile.provisionVMAgent),
    encryptionIdentity: wasRead ? present(securityProfile?.encryptionIdentity) : unknown('not-asked'),
    networkInterfaceIds: setup.networkInterfaces ?? [],
    bootDiagnostics: wasRead ? present(setup.bootDiagnostics) : unknown('not-asked'),
  }
}
