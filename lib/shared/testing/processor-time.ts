/**
 * Processor time of a piece of work, in ms: unlike wall-clock time, it does not include other programs on the machine.
 */
function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** A text of words, and the time to find them all: the unit for all other work on texts. */
const scanned = 'lorem ipsum 4711 '.repeat(60_000)
const scan = (): void => {
  if ([...scanned.matchAll(/\w+/g)].length !== 180_000) throw new Error('The scan misses words.')
}

/** The cheapest scan of this process so far. */
let cheapestScan = Number.POSITIVE_INFINITY
const measureScan = (): void => {
  cheapestScan = Math.min(cheapestScan, processorMs(scan))
}

/** More tries give no more information about the work. */
const mostTries = 20

/**
 * The cost of work on a text, as a multiple of a plain scan over as many characters in the same process: the same on
 * every machine, however slow or busy. Linear work costs some scans, quadratic work on 100,000 characters thousands.
 * The cheapest try counts, and the tries end once one costs no more than `enough`.
 */
export function costInScans(work: () => void, characters: number, enough: number): number {
  if (cheapestScan === Number.POSITIVE_INFINITY) for (let warmUp = 0; warmUp < 3; warmUp += 1) measureScan()
  let cheapest = Number.POSITIVE_INFINITY
  const cost = (): number => cheapest / ((cheapestScan * characters) / scanned.length)
  for (let made = 0; made < mostTries && cost() > enough; made += 1) cheapest = Math.min(cheapest, processorMs(work))
  return cost()
}
