import { notApplicable, partOf, pass, unread, warn, type Found, type ReadinessCheck } from '../found'
import type { Setting } from '../types'
import { disksOf } from './machine'

interface SizedDisk {
  readonly name: string
  readonly role: 'os' | 'data'
  readonly sizeGiB: number | null
}

/** Sizes from the model; the model of a deallocated VM has none, so the disk resources are read. */
function sizedDisks(setting: Setting): readonly SizedDisk[] {
  const part = partOf(setting, 'disks')
  const read = 'missing' in part ? [] : part.value
  return disksOf(setting).map(({ name, role, sizeGiB }) => ({
    name,
    role,
    sizeGiB: sizeGiB ?? read.find((disk) => disk.name.toLowerCase() === name.toLowerCase())?.sizeGiB ?? null,
  }))
}

function withoutSizes(setting: Setting): Found {
  const part = partOf(setting, 'disks')
  return 'missing' in part ? part.missing : { ...unread('not-read'), missing: 'disks' }
}

/** Our threshold: above it a run takes days rather than hours. */
const largeGiB = 1024

/** Encryption in place takes days over terabytes. https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting */
export const dataSize: ReadinessCheck = (setting) => {
  const data = sizedDisks(setting).filter(({ role }) => role === 'data')
  if (data.length === 0) return setting.facts.osDisk === null ? unread('not-read') : notApplicable('data-disks-none')
  const size = data.reduce((sum, { sizeGiB }) => sum + (sizeGiB ?? 0), 0)
  if (size > largeGiB) return warn('data-size-large', { size })
  return data.every(({ sizeGiB }) => sizeGiB !== null) ? pass('data-size-usual', { size }) : withoutSizes(setting)
}

const largestRestoredGiB = 4097
const mostRestoredDisks = 16

/** Beyond these limits a restore does not bring the encryption settings back. https://learn.microsoft.com/azure/backup/restore-azure-encrypted-virtual-machines */
export const backupLimits: ReadinessCheck = (setting) => {
  const disks = sizedDisks(setting)
  const [large] = disks.flatMap(({ name: disk, sizeGiB: size }) =>
    size !== null && size > largestRestoredGiB ? [{ disk, size }] : [],
  )
  if (large !== undefined) return warn('backup-disk-too-large', large)
  if (disks.length > mostRestoredDisks) return warn('backup-too-many-disks', { disks: disks.length })
  const isKnown = disks.length > 0 && disks.every(({ sizeGiB }) => sizeGiB !== null)
  return isKnown ? pass('backup-within-limits') : withoutSizes(setting)
}

const hour = 3_600_000
/** Our threshold: going back would lose everything written since. */
const freshHours = 24

/**
 * Only a snapshot or a backup from before the start can restore the VM. Backups in a recovery vault are not read, so a
 * missing backup is a warning and no more. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux
 */
export const backupBefore: ReadinessCheck = (setting, now) => {
  const part = partOf(setting, 'snapshots')
  if ('missing' in part) return part.missing
  const disks = disksOf(setting).filter(({ role }) => setting.wanted === 'all' || role === setting.wanted)
  const ages = disks.map(({ name }) => {
    const found = part.value.find(({ diskName }) => diskName.toLowerCase() === name.toLowerCase())
    const at = found === undefined ? Number.NaN : Date.parse(found.newestAt)
    return { name, hours: Number.isNaN(at) ? null : Math.floor((now - at) / hour) }
  })
  const none = ages.find(({ hours }) => hours === null)
  if (none !== undefined) return warn('snapshot-none-seen', { disk: none.name })
  const [old] = ages.flatMap(({ name: disk, hours }) => (hours !== null && hours > freshHours ? [{ disk, hours }] : []))
  if (old !== undefined) return warn('snapshot-old', old)
  return ages.length === 0 ? unread('not-read') : pass('snapshots-recent')
}
