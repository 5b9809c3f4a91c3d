import type { SimVmRelatedResources } from '../model/related-resources'
import type { SimDisk, SimExtension, SimVm } from '../model/vm'
import type { ImageName } from './images'

/** The specification of a data disk; the rest has defaults. */
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

/** The specification of a VM; the rest is derived from it and the seed. */
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
  /** Age in seconds of the last heartbeat of a silent agent. */
  readonly silentFor?: number
  readonly managed?: boolean
  /** Sizes in GiB of data disks, or disks in detail. */
  readonly dataDisks?: readonly (number | DiskDraft)[]
  readonly osDisk?: DiskDraft
  readonly securityEncryptionType?: string
  readonly encryptionAtHost?: boolean
  readonly securityType?: string
  /** The flexible set whose member the VM is. */
  readonly scaleSet?: string
  /** The uniform set whose instance it is, and its number there. */
  readonly instance?: { readonly scaleSet: string; readonly instanceId: string }
  readonly provisioningState?: string
  readonly modelSettings?: 'enabled' | 'leftover'
  readonly extensions?: readonly SimExtension[]
  readonly agentVersion?: string
  /** A custom image, by its id, instead of the marketplace reference. */
  readonly customImage?: string
  /** The vault of its subscription that its requests name, if it is not the default one. */
  readonly vaultName?: string
  readonly related?: SimVmRelatedResources
}
