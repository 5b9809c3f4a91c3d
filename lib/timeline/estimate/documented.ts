import { hour, minute } from '../instants'
import type { WorkKind } from './types'

/**
 * Durations that Microsoft documents; null where it gives no figure. The troubleshooting guide states 3 to 16 hours for
 * the OS disk of a stock image, another page 40 to 50 minutes on premium storage: the range spans both.
 * https://learn.microsoft.com/en-us/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const documentedDuration: Readonly<Record<WorkKind, { readonly low: number; readonly high: number } | null>> = {
  'os-copy': { low: 40 * minute, high: 16 * hour },
  'online-os': null,
  'data-volumes': null,
  decryption: null,
}
