import { minute } from '../instants'

/** One minute of a disk (or of several together) in Azure Monitor. A rate is null where Azure has no value. */
export interface TrafficPoint {
  /** Beginning of the minute, milliseconds since 1970. */
  readonly at: number
  readonly readBytesPerSecond: number | null
  readonly writeBytesPerSecond: number | null
}

/** One minute with its bytes. Points without a read value are left out: a missing value is not 0. */
export interface TrafficMinute {
  readonly at: number
  readonly read: number
  /** Null when only the bytes read are known. */
  readonly written: number | null
}

/** The minutes in order, each once; of two values for one minute the greater counts, because late values only add. */
export function minutesOf(points: readonly TrafficPoint[]): readonly TrafficMinute[] {
  const minutes = new Map<number, TrafficMinute>()
  for (const { at, readBytesPerSecond: read, writeBytesPerSecond: written } of points) {
    if (read === null || !(read >= 0) || !Number.isFinite(at)) continue
    const key = Math.floor(at / minute)
    const known = minutes.get(key)
    if (known !== undefined && known.read >= read * 60) continue
    minutes.set(key, {
      at: key * minute,
      read: read * 60,
      written: written !== null && written >= 0 ? written * 60 : null,
    })
  }
  return [...minutes.values()].sort((left, right) => left.at - right.at)
}

/** The median; 0 for an empty list. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = sorted.length >>> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/**
 * Bytes in a minute below which nothing is being copied. During the offline copy the system runs from memory and the
 * old root is unmounted, so nothing else uses the OS disk: 16 KiB a second is already generous, and is half a percent
 * of the usual rate of this copy.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
export function idleBytes(minutes: readonly TrafficMinute[]): number {
  const floor = 16 * 1024 * 60
  return Math.max(floor, medianOf(minutes.map(({ read }) => read).filter((read) => read > floor)) / 200)
}
