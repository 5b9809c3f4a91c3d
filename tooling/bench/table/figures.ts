/** The measurements of one table. Milliseconds; memory in MB after garbage collection. */
export interface TableFigures {
  /** From opening the page, with rows already on this machine; null if a load streams them. */
  readonly firstRowMs: number | null
  readonly scrollP95: number
  readonly scrollWorst: number
  /** Median of five, by the column or filter. */
  readonly sort: Readonly<Record<string, number>>
  readonly filter: Readonly<Record<string, number>>
  readonly heapMb: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The quantile: the value below which that share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
