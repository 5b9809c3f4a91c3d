/** What is measured of one table. Milliseconds; memory in MB after a collection of garbage. */
export interface TableFigures {
  /** From the opening of the page, rows already on this machine; null where they come over the stream of a load. */
  readonly firstRowMs: number | null
  readonly scrollP95: number
  readonly scrollWorst: number
  /** Median of five, by what was sorted by or filtered for. */
  readonly sort: Readonly<Record<string, number>>
  readonly filter: Readonly<Record<string, number>>
  readonly heapMb: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The value below which that share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
