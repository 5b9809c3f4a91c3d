import 'server-only'

/** A row of a machine's history, with what joining needs. Times are epoch milliseconds. */
export interface Span {
  readonly id: number
  readonly firstSeen: number
  readonly lastSeen: number
  /** Until when the row holds: until the next row, or the end of the allowed silence after it. */
  readonly heldUntil: number
  readonly factsHash: string
  readonly heartbeatAt: number | null
}

/** One observation, about to be written. */
export interface PendingObservation {
  readonly from: number
  readonly to: number
  readonly factsHash: string
  readonly heartbeatAt: number | null
  /** The longest pause across which equal facts still are one row, in milliseconds. */
  readonly silence: number
}

/** The result of placing an observation: the row that contains it now, and the row before it where its end moved. */
export interface Placement {
  /** `null` as the id of a new row. */
  readonly row: Omit<Span, 'id'> & { readonly id: number | null }
  readonly cut: Span | null
}

function latestOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

/**
 * Until when a row holds that was last observed at `lastSeen`, given the row after it: a longer pause than allowed is a
 * gap.
 */
function heldUntil(lastSeen: number, silence: number, after: Span | null): number {
  if (after === null) return lastSeen + silence
  return after.firstSeen - lastSeen <= silence ? Math.max(after.firstSeen, lastSeen) : lastSeen
}

function extended(span: Span, observation: PendingObservation, after: Span | null): Placement {
  const lastSeen = Math.max(span.lastSeen, observation.to)
  return {
    cut: null,
    row: {
      ...span,
      firstSeen: Math.min(span.firstSeen, observation.from),
      lastSeen,
      heldUntil: lastSeen === span.lastSeen ? span.heldUntil : heldUntil(lastSeen, observation.silence, after),
      heartbeatAt: latestOf(span.heartbeatAt, observation.heartbeatAt),
    },
  }
}

/** The row before a new one ends where that begins, or at the end of its allowed silence. */
function cutAt(span: Span | null, time: number): Span | null {
  if (span === null) return null
  const end = time <= span.heldUntil ? Math.max(time, span.lastSeen) : span.lastSeen
  return end === span.heldUntil ? null : { ...span, heldUntil: end }
}

/**
 * Where an observation belongs: in the row before it or after it, where that has the same facts and the pause between
 * is short enough; otherwise in a separate row. Observations may come late and out of order.
 * @param before the last row of the machine that begins no later than the observation
 * @param after the first row that begins after it
 */
export function insertObservation(observation: PendingObservation, before: Span | null, after: Span | null): Placement {
  if (
    before !== null &&
    before.factsHash === observation.factsHash &&
    observation.from - before.lastSeen <= observation.silence
  ) {
    return extended(before, observation, after)
  }
  // Where the row before reaches past the observation, joining would enclose contradicting facts: a separate row then.
  const free = before === null || before.lastSeen <= observation.from
  if (
    free &&
    after !== null &&
    after.factsHash === observation.factsHash &&
    after.firstSeen - observation.to <= observation.silence
  ) {
    return { ...extended(after, observation, null), cut: cutAt(before, observation.from) }
  }
  const { from, to, factsHash, heartbeatAt, silence } = observation
  const row = {
    id: null,
    firstSeen: from,
    lastSeen: to,
    heldUntil: heldUntil(to, silence, after),
    factsHash,
    heartbeatAt,
  }
  return { row, cut: cutAt(before, from) }
}
