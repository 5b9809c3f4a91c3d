/** What a piece of work takes of the processor, in ms: unlike the time on the clock, nothing else on the machine counts. */
function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** A text of words, and what it takes to find them all: the measure of all other work on texts. */
const scanned = 'lorem ipsum 4711 '.repeat(60_000)
const scan = (): void => {
  if ([...scanned.matchAll(/\w+/g)].length !== 180_000) throw new Error('The scan misses words.')
}

/** The cheapest scan of this process so far. */
let cheapestScan = Number.POSITIVE_INFINITY
const measureScan = (): void => {
  cheapestScan = Math.min(cheapestScan, processorMs(scan))
}

/** More tries say nothing new of the work. */
const mostTries = 20

/**
 * What work on a text costs, as a multiple of a plain scan over as many characters in the same process: the same on every
 * machine, however slow or busy. Linear work costs some scans, quadratic work on 100,000 characters thousands. The cheapest
 * try counts, and no more are made once it costs no more than `enough`.
 */
export function costInScans(work: () => void, characters: number, enough: number): number {
  if (cheapestScan === Number.POSITIVE_INFINITY) for (let warmUp = 0; warmUp < 3; warmUp += 1) measureScan()
  let cheapest = Number.POSITIVE_INFINITY
  const cost = (): number => cheapest / ((cheapestScan * characters) / scanned.length)
  for (let made = 0; made < mostTries && cost() > enough; made += 1) cheapest = Math.min(cheapest, processorMs(work))
  return cost()
}
