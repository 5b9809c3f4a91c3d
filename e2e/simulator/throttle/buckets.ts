/** Size of a token bucket: its burst, and its refill per second. */
export interface BucketShape {
  readonly capacity: number
  readonly perSecond: number
}

/** A quota that is refilled at the start of each window. */
export interface WindowShape {
  readonly capacity: number
  readonly windowMs: number
}

export interface Draw {
  readonly granted: boolean
  /** Whole requests left. */
  readonly remaining: number
  /** Milliseconds until one more request is granted (bucket) or the next window starts. */
  readonly waitMs: number
}

export interface Buckets {
  /** Takes one request out of the bucket with this key; `now` in epoch milliseconds. */
  readonly draw: (key: string, shape: BucketShape, now: number) => Draw
  readonly drawWindow: (key: string, shape: WindowShape, now: number) => Draw
}

interface Level {
  tokens: number
  at: number
}

/** Buckets that are created full on first use. */
export function createBuckets(): Buckets {
  const levels = new Map<string, Level>()
  const draw = (key: string, { capacity, perSecond }: BucketShape, now: number): Draw => {
    const level = levels.get(key) ?? { tokens: capacity, at: now }
    levels.set(key, level)
    level.tokens = Math.min(capacity, level.tokens + (Math.max(0, now - level.at) / 1000) * perSecond)
    level.at = now
    const granted = level.tokens >= 1
    if (granted) level.tokens -= 1
    const waitMs = level.tokens >= 1 ? 0 : ((1 - level.tokens) / perSecond) * 1000
    return { granted, remaining: Math.floor(level.tokens), waitMs }
  }
  const drawWindow = (key: string, { capacity, windowMs }: WindowShape, now: number): Draw => {
    const before = levels.get(key)
    const level =
      before === undefined || now - before.at >= windowMs
        ? { tokens: Math.max(1, Math.floor(capacity)), at: now }
        : before
    levels.set(key, level)
    const granted = level.tokens >= 1
    if (granted) level.tokens -= 1
    return { granted, remaining: level.tokens, waitMs: level.at + windowMs - now }
  }
  return { draw, drawWindow }
}
