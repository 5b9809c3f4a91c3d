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

const scanMs = (): number => processorMs(scan)

/** The cheapest scan at the first use in this process. */
let firstScan: number | null = null
function firstScanMs(): number {
  firstScan ??= Math.min(scanMs(), scanMs(), scanMs())
  return firstScan
}

/** More tries give no more information about the work. */
const mostTries = 20

/**
 * The cost of work on a text, as a multiple of a plain scan over as many characters in the same process: the same on
 * every machine, however slow or busy. Linear work costs some scans, quadratic work on 100,000 characters thousands.
 * The cheapest try counts, and the tries end once one costs no more than `enough`. Where the first costs more, a scan
 * stands beside each other try: programs beside this one slow down both, and a scan of a quiet moment is no measure
 * for work in a busy one.
 */
export function costInScans(work: () => void, characters: number, enough: number): number {
  const perCharacter = (ms: number, scanTook: number): number => ms / ((scanTook * characters) / scanned.length)
  let cheapest = processorMs(work)
  const cost = perCharacter(cheapest, firstScanMs())
  if (cost <= enough) return cost
  let beside = scanMs()
  for (let made = 1; made < mostTries && perCharacter(cheapest, beside) > enough; made += 1) {
    beside = Math.min(beside, scanMs())
    cheapest = Math.min(cheapest, processorMs(work))
  }
  return perCharacter(cheapest, beside)
}
