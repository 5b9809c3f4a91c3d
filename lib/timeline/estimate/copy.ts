import { minute } from '../instants'
import { forecast, windowWidth } from './forecast'
import { idleBytes, medianOf, type TrafficMinute } from './traffic'
import type { Range } from './types'

/** Progress of an offline copy of a disk, from the bytes read. */
export interface CopyState {
  /** Start of the copy as the traffic shows it; milliseconds since 1970. */
  readonly began: number
  /** End of the newest minute known. */
  readonly until: number
  readonly bytesRead: number
  /** Minutes with a value, and minutes that should have one. */
  readonly known: number
  readonly minutes: number
}

/** Longest interruption within one copy; traffic before a longer one belonged to something else. */
const longestPause = 35 * minute

/** Minutes used to learn the read pattern when the copy was observed only just now. */
const fewMinutes = 10

/**
 * The start of the copy. Goes back from the time when its message was first observed (`seenAt`) while the disk was read
 * as it was afterwards, or as just before when no later minute is known yet, but never before `notBefore`.
 */
function beginningOf(minutes: readonly TrafficMinute[], seenAt: number, notBefore: number | null): number {
  const since = minutes.filter(({ at }) => at >= seenAt)
  const usual = medianOf((since.length > 0 ? since : minutes.slice(-fewMinutes)).map(({ read }) => read))
  const busy = Math.max(idleBytes(minutes), usual / 5)
  let began = seenAt
  for (const { at, read } of [...minutes].reverse()) {
    if (at >= began || read < busy) continue
    if (began - at > longestPause || (notBefore !== null && at + minute <= notBefore)) break
    began = at
  }
  return notBefore === null ? began : Math.max(began, notBefore)
}

interface Filled {
  readonly read: number
  /** Bytes written as a share of bytes read; null when nothing was read or the writes are unknown. */
  readonly held: number | null
}

/** One entry for each minute; a missing minute takes the value of its neighbours. */
function filled(minutes: readonly TrafficMinute[], began: number): readonly Filled[] {
  const first = Math.floor(began / minute)
  const result: Filled[] = []
  let last: Filled | null = null
  for (const { at, read, written } of minutes) {
    const index = at / minute - first
    if (index < 0) continue
    const held = written === null || read <= 0 ? null : Math.min(1, written / read)
    const here: Filled = { read, held }
    while (result.length < index) {
      const before: Filled = last ?? here
      result.push({ read: (before.read + here.read) / 2, held: before.held })
    }
    result.push(here)
    last = here
  }
  return result
}

/** The state of the copy; null when no minute of it is known. */
export function copyStateOf(
  minutes: readonly TrafficMinute[],
  seenAt: number,
  notBefore: number | null,
): (CopyState & { readonly filled: readonly Filled[] }) | null {
  const began = beginningOf(minutes, seenAt, notBefore)
  const own = minutes.filter(({ at }) => at + minute > began)
  const last = own.at(-1)
  if (last === undefined) return null
  const all = filled(own, began)
  return {
    began,
    until: last.at + minute,
    bytesRead: all.reduce((sum, { read }) => sum + read, 0),
    known: own.length,
    minutes: all.length,
    filled: all,
  }
}

/** Extra time for a full block over an empty one, as a multiple of an empty one, before this run has measured it. */
const usualExtra = 0.8

/** Fits minutes per byte against the share written, over windows: the extra cost of a full block over an empty one. */
function extraCostOf(windows: readonly Window[]): number {
  const usable = windows.filter(({ read, held }) => read > 0 && held !== null)
  const weight = usable.length
  if (weight < 4) return usualExtra
  const cost = usable.map(({ read }) => 1 / read)
  const held = usable.map((window) => window.held ?? 0)
  const meanCost = cost.reduce((sum, value) => sum + value, 0) / weight
  const meanHeld = held.reduce((sum, value) => sum + value, 0) / weight
  let [both, square] = [0, 0]
  for (const [index, value] of held.entries()) {
    both += (value - meanHeld) * ((cost[index] ?? meanCost) - meanCost)
    square += (value - meanHeld) ** 2
  }
  const slope = square > 0 ? both / square : 0
  const empty = meanCost - slope * meanHeld
  const fitted = empty > 0 ? Math.min(2, Math.max(0, slope / empty)) : usualExtra
  // The fit weighs more the more the windows differ in their share written.
  const trust = square / (square + 0.5)
  return trust * fitted + (1 - trust) * usualExtra
}

interface Window {
  readonly read: number
  readonly held: number | null
}

function windowsOf(all: readonly Filled[]): readonly Window[] {
  const size = windowWidth / minute
  const windows: Window[] = []
  // From the newest backwards, so that the newest window is complete.
  for (let end = all.length; end >= size; end -= size) {
    const part = all.slice(end - size, end)
    const read = part.reduce((sum, one) => sum + one.read, 0)
    const known = part.filter(({ held }) => held !== null)
    const knownRead = known.reduce((sum, one) => sum + one.read, 0)
    const held = knownRead > 0 ? known.reduce((sum, one) => sum + (one.held ?? 0) * one.read, 0) / knownRead : null
    windows.unshift({ read, held })
  }
  return windows
}

function heldMean(windows: readonly Window[]): number {
  const usable = windows.filter(({ held }) => held !== null)
  const read = usable.reduce((sum, window) => sum + window.read, 0)
  return read > 0 ? usable.reduce((sum, { held, read: own }) => sum + (held ?? 0) * own, 0) / read : 0.6
}

/** Share of full blocks in the rest of the disk: an estimate with its uncertainty. */
function restOf(windows: readonly Window[], share: number): { readonly held: number; readonly doubt: number } {
  const seen = windows.flatMap(({ held }) => (held === null ? [] : [held]))
  const mean = heldMean(windows)
  const clear = seen.filter((held) => held > 0.8 || held < 0.2)
  if (clear.length < seen.length * 0.8) return { held: mean, doubt: 0.3 * (1 - share) }
  const edges = clear.filter((held, index) => index > 0 && held > 0.5 !== (clear[index - 1] ?? held) > 0.5).length
  const recent = heldMean(windows.slice(-3))
  // Full from the start up to here: the used part of the disk may end at any time.
  if (edges === 0 && recent > 0.5) return { held: 0.55, doubt: 0.45 }
  // Past the end of the used part.
  if (edges <= 1 && recent <= 0.5) return { held: 0.05, doubt: 0.3 * (1 - share) }
  return { held: mean, doubt: 0.5 * (1 - share) }
}

/** Partitions of an OS disk that are not copied: the boot and the EFI partition, from 0.1 to over 1 GiB. */
export const notCopied = { least: 0.1 * 1024 ** 3, likely: 0.6 * 1024 ** 3, most: 1.2 * 1024 ** 3 }

/**
 * Time left of an offline copy of `sizeBytes`, in milliseconds after `until`. Empty blocks are read and not written, so
 * they pass faster; how much of the rest is empty is unknown, and the range includes that.
 */
export function copyTimeLeft(state: NonNullable<ReturnType<typeof copyStateOf>>, sizeBytes: number): Range | null {
  const windows = windowsOf(state.filled)
  const extra = extraCostOf(windows)
  const cost = (held: number): number => 1 + extra * held
  const mean = heldMean(windows)
  const work = windows.map(({ read, held }) => read * cost(held ?? mean))
  const { held, doubt } = restOf(windows, state.bytesRead / sizeBytes)
  const left = (without: number, guess: number): Range | null =>
    forecast(work, Math.max(0, sizeBytes - without - state.bytesRead) * cost(Math.min(1, Math.max(0, guess))))
  const low = left(notCopied.most, held - doubt)
  const likely = left(notCopied.likely, held)
  const high = left(notCopied.least, held + doubt)
  if (low === null || likely === null || high === null) return null
  return { low: low.low, likely: likely.likely, high: high.high }
}
