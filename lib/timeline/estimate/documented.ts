import { hour, minute } from '../instants'
import type { WorkKind } from './types'

/**
 * How long work takes by Microsoft's own words; null where they give no figure. An OS disk of a stock image takes 3 to 16
 * hours by the troubleshooting guide, 40 to 50 minutes on premium storage by another page: the whole span is given.
 * https://learn.microsoft.com/en-us/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const documentedDuration: Readonly<Record<WorkKind, { readonly low: number; readonly high: number } | null>> = {
  'os-copy': { low: 40 * minute, high: 16 * hour },
  'online-os': null,
  'data-volumes': null,
  decryption: null,
}
