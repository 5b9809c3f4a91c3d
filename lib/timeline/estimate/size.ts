import type { WorkRun } from './run'

/** Size of the disks that the run works on: the OS disk, or all data disks. */
export function sizeGiBOf({ work, spans }: WorkRun): number | null {
  const disks = spans.at(-1)?.interval.facts.disks ?? []
  const role = work === 'os-copy' || work === 'online-os' ? 'os' : 'data'
  const sizes = disks.flatMap((disk) => (disk.role === role ? [disk.sizeGiB] : []))
  if (sizes.length === 0 || sizes.some((size) => size === null)) return null
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}
