import { randomOf, type Random } from './random'

/**
 * Simulated copies of an OS disk, for measuring estimates: a small separate model that shares no code with the
 * product's estimates. The copy reads the whole partition block by block and writes only full blocks, so an empty block
 * passes faster than a full one. Two things slow it: throughput that changes every hour, and pauses.
 * In a pause the disk or host serves almost nothing for a while (throttling, a busy neighbour): the copy waits, but now
 * and then a block still moves; a short pause may be completely silent. In a stall the copy hangs and nothing moves any
 * more. The system runs from memory meanwhile, so almost nothing else uses the disk.
 */
export interface SimulatedCopy {
  readonly seed: number
  readonly sizeGiB: number
  readonly layout: Layout
  /** Milliseconds since 1970. */
  readonly began: number
  /** When the last block was copied; null when it stalls before. */
  readonly ended: number | null
  /** When it stalls; null for a healthy run. */
  readonly stalledAt: number | null
  /** Milliseconds since 1970; pauses after the end did not happen. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[]
  /** One for each minute that Azure Monitor has a value for, in order. */
  readonly points: readonly SimulatedPoint[]
  /** The agent's heartbeats, in order; they end when the whole VM stalls. */
  readonly heartbeats: readonly number[]
}

export interface SimulatedPoint {
  /** Beginning of the minute. */
  readonly at: number
  /** From when on Azure Monitor returns it: 1 to 3 minutes after the end of the minute. */
  readonly visibleAt: number
  readonly readBytesPerSecond: number
  readonly writeBytesPerSecond: number
}

const GiB = 1024 ** 3
const minute = 60_000
const step = 5_000
const blocks = 500

const layouts = ['front', 'patches', 'even'] as const
type Layout = (typeof layouts)[number]

/** Which blocks are full: together at the front as after an installation, in patches, or evenly mixed. */
function fillOf(random: Random, layout: Layout, fullness: number): readonly number[] {
  if (layout === 'even') return Array.from({ length: blocks }, () => fullness)
  if (layout === 'front') {
    const edge = blocks * fullness
    return Array.from({ length: blocks }, (_, block) => (block < edge ? 1 : 0))
  }
  const patch = random.between(3, 60)
  let full = random.next() < fullness
  return Array.from({ length: blocks }, () => {
    if (random.next() < 1 / patch) full = random.next() < fullness
    return full ? 1 : 0
  })
}

interface Pause {
  /** Milliseconds after the beginning. */
  readonly from: number
  readonly to: number
  /** Share of the usual speed that remains. */
  readonly trickle: number
}

/** About one pause in four hours of work, 5 to 30 minutes long; some of the short ones are completely silent. */
function pausesOf(random: Random, expected: number): readonly Pause[] {
  const pauses: Pause[] = []
  for (let at = 0; ;) {
    at += 10 * minute - Math.log(1 - random.next()) * 4 * 60 * minute
    if (at > expected * 3) return pauses
    const length = random.between(5, 30) * minute
    const still = length < 12 * minute && random.next() < 0.4
    pauses.push({ from: at, to: at + length, trickle: still ? 0 : random.logBetween(0.02, 0.1) })
    at += length
  }
}

/** Speed of one copy: bytes a second, at a time after its start and a share of the disk. */
function speedOf(random: Random, usual: number, total: number, layout: Layout) {
  const speed = total / (usual / 1000)
  const fill = fillOf(random, layout, random.between(0.2, 1))
  /** How much longer a full block takes than an empty one. */
  const fullCost = random.between(1.2, 2.4)
  const hourly = Array.from({ length: 400 }, () => random.between(0.6, 1.4))
  const phase = random.next() * 60 * minute
  const pauses = pausesOf(random, usual * 2)
  return {
    pauses,
    held: (share: number): number => fill[Math.min(blocks - 1, Math.floor(share * blocks))]!,
    at: (since: number, held: number): number => {
      const pace = (speed * hourly[Math.floor((since + phase) / (60 * minute))]!) / (1 + held * (fullCost - 1))
      const pause = pauses.find((one) => since >= one.from && since < one.to)
      return pause === undefined ? pace : Math.min(pace, speed * pause.trickle * random.between(0.5, 1.5))
    },
  }
}

export interface CopyOptions {
  readonly seed: number
  /** Plants a stall: only the copy hangs, or the whole VM with its agent. */
  readonly stall?: 'copy' | 'vm'
}

/** One run, the same for the same seed. */
export function simulateCopy({ seed, stall }: CopyOptions): SimulatedCopy {
  const random = randomOf(seed)
  const sizeGiB = random.pick([30, 32, 64, 64, 127, 128, 128, 256, 512, 1024])
  const total = (sizeGiB - random.between(0.1, 1.2)) * GiB
  const usual = random.logBetween(0.7, 16) * 60 * minute
  const layout = random.pick(layouts)
  const speed = speedOf(random, usual, total, layout)
  const began = Date.UTC(2026, 4, 1, 8) + Math.floor(random.next() * 86_400) * 1000
  const stallAt = stall === undefined ? Number.POSITIVE_INFINITY : began + random.between(0.05, 0.95) * usual
  const lost = random.pick([0, 0, 0.02, 0.05])
  const noise = random.between(0, 8_000)

  const points: SimulatedPoint[] = []
  const heartbeats: number[] = []
  let [done, at, ended] = [0, began - 20 * minute, Number.POSITIVE_INFINITY]
  at -= at % minute
  while (at < Math.min(ended + 10 * minute, stallAt + 45 * minute)) {
    const from = at
    const dead = stall === 'vm' && from >= stallAt
    let [read, written] = dead ? [0, 0] : [random.next() * noise * 60, random.next() * noise * 60]
    for (; at < from + minute; at += step) {
      if (at < began || at >= Math.min(ended, stallAt)) continue
      const held = speed.held(done / total)
      const moved = Math.min(total - done, (speed.at(at - began, held) * step) / 1000)
      done += moved
      read += moved
      written += moved * held
      if (done >= total) ended = at + step
    }
    if (!dead) heartbeats.push(from + random.between(0, minute))
    const visibleAt = at + random.between(1, 3) * minute
    if (random.next() < lost) continue
    points.push({ at: from, visibleAt, readBytesPerSecond: read / 60, writeBytesPerSecond: written / 60 })
  }
  const healthy = Number.isFinite(ended)
  return {
    seed,
    sizeGiB,
    layout,
    began,
    ended: healthy ? ended : null,
    stalledAt: healthy ? null : stallAt,
    pauses: speed.pauses.map((pause) => ({ from: began + pause.from, to: began + pause.to })),
    points,
    heartbeats,
  }
}
