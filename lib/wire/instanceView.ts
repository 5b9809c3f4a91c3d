import { readEncryptionSettings, type DiskEncryptionSettings } from './encryption-settings'
import { fieldOf, listOf, objectOf, textOf } from './read'
import { readStatus, type InstanceViewStatus } from './status'

/** One disk in the platform's instance view; `encryptionSettings` is missing on a disk that was never stamped. */
export interface DiskInstanceView {
  readonly name: string | undefined
  readonly encryptionSettings: readonly DiskEncryptionSettings[] | undefined
  readonly statuses: readonly InstanceViewStatus[] | undefined
}

export interface ExtensionInstanceView {
  readonly name: string | undefined
  /** Publisher and type in one word: `Microsoft.Azure.Security.AzureDiskEncryptionForLinux`. */
  readonly type: string | undefined
  /** Four parts. */
  readonly typeHandlerVersion: string | undefined
  readonly statuses: readonly InstanceViewStatus[] | undefined
  readonly substatuses: readonly InstanceViewStatus[] | undefined
}

/** The part of the agent that installs and runs one extension. */
export interface ExtensionHandlerView {
  readonly type: string | undefined
  readonly status: InstanceViewStatus | undefined
}

export interface VmAgent {
  readonly vmAgentVersion: string | undefined
  readonly extensionHandlers: readonly ExtensionHandlerView[] | undefined
  readonly statuses: readonly InstanceViewStatus[] | undefined
}

/** `VirtualMachineInstanceView`. */
export interface VirtualMachineInstanceView {
  readonly computerName: string | undefined
  readonly osName: string | undefined
  readonly osVersion: string | undefined
  /** `V1` or `V2`. */
  readonly hyperVGeneration: string | undefined
  readonly vmAgent: VmAgent | undefined
  readonly disks: readonly DiskInstanceView[] | undefined
  readonly extensions: readonly ExtensionInstanceView[] | undefined
  readonly statuses: readonly InstanceViewStatus[] | undefined
}

export function readDiskView(json: unknown): DiskInstanceView | undefined {
  const disk = objectOf(json)
  if (disk === undefined) return undefined
  return {
    name: textOf(fieldOf(disk, 'name')),
    encryptionSettings: listOf(fieldOf(disk, 'encryptionSettings'), readEncryptionSettings),
    statuses: listOf(fieldOf(disk, 'statuses'), readStatus),
  }
}

function readExtensionView(json: unknown): ExtensionInstanceView | undefined {
  const view = objectOf(json)
  if (view === undefined) return undefined
  return {
    name: textOf(fieldOf(view, 'name')),
    type: textOf(fieldOf(view, 'type')),
    typeHandlerVersion: textOf(fieldOf(view, 'typeHandlerVersion')),
    statuses: listOf(fieldOf(view, 'statuses'), readStatus),
    substatuses: listOf(fieldOf(view, 'substatuses'), readStatus),
  }
}

function readHandler(json: unknown): ExtensionHandlerView | undefined {
  const handler = objectOf(json)
  return handler && { type: textOf(fieldOf(handler, 'type')), status: readStatus(fieldOf(handler, 'status')) }
}

function readAgent(json: unknown): VmAgent | undefined {
  const agent = objectOf(json)
  return (
    agent && {
      vmAgentVersion: textOf(fieldOf(agent, 'vmAgentVersion')),
      extensionHandlers: listOf(fieldOf(agent, 'extensionHandlers'), readHandler),
      statuses: listOf(fieldOf(agent, 'statuses'), readStatus),
    }
  )
}

/** An empty object contains nothing and counts as no instance view. */
export function readInstanceView(json: unknown): VirtualMachineInstanceView | undefined {
  const view = objectOf(json)
  if (view === undefined || Object.keys(view).length === 0) return undefined
  return {
    computerName: textOf(fieldOf(view, 'computerName')),
    osName: textOf(fieldOf(view, 'osName')),
    osVersion: textOf(fieldOf(view, 'osVersion')),
    hyperVGeneration: textOf(fieldOf(view, 'hyperVGeneration')),
    vmAgent: readAgent(fieldOf(view, 'vmAgent')),
    disks: listOf(fieldOf(view, 'disks'), readDiskView),
    extensions: listOf(fieldOf(view, 'extensions'), readExtensionView),
    statuses: listOf(fieldOf(view, 'statuses'), readStatus),
  }
}
