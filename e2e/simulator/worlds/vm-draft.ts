import type { SimVmRelatedResources } from '../model/related-resources'
import type { SimDisk, SimExtension, SimVm } from '../model/vm'
import type { ImageName } from './images'

/** What is worth saying of a data disk; the rest follows. */
export interface DiskDraft {
  readonly name?: string
  readonly sizeGiB?: number
  readonly lun?: number
  readonly stampCode?: string | null
  readonly settings?: 'stamped' | 'cleared' | null
  readonly sse?: SimDisk['sse']
  readonly sku?: string
  readonly maxShares?: number
  readonly sectorSize?: number
  readonly createdAt?: string
  readonly writeAccelerator?: boolean
  readonly ephemeral?: boolean
}

/** What is worth saying of a VM; everything else follows from it and the seed. */
export interface VmDraft {
  readonly name: string
  /** Index into the world's subscriptions. */
  readonly subscription: number
  readonly group: string
  readonly image: ImageName
  readonly region?: string
  readonly size?: string
  readonly zone?: string
  readonly tags?: Record<string, string>
  readonly power?: SimVm['power']
  /** Age of the last heartbeat in seconds of an agent that went silent. */
  readonly silentFor?: number
  readonly managed?: boolean
  /** Sizes in GiB of data disks, or disks in detail. */
  readonly dataDisks?: readonly (number | DiskDraft)[]
  readonly osDisk?: DiskDraft
  readonly securityEncryptionType?: string
  readonly encryptionAtHost?: boolean
  readonly securityType?: string
  /** The flexible set of which the VM is a member. */
  readonly scaleSet?: string
  /** The uniform set of which it is an instance, and its number there. */
  readonly instance?: { readonly scaleSet: string; readonly instanceId: string }
  readonly provisioningState?: string
  readonly modelSettings?: 'enabled' | 'leftover'
  readonly extensions?: readonly SimExtension[]
  readonly agentVersion?: string
  /** A custom image, by its id, in place of the marketplace reference. */
  readonly customImage?: string
  /** The vault of its subscription that its requests name, where it is not the usual one. */
  readonly vaultName?: string
  readonly related?: SimVmRelatedResources
}
