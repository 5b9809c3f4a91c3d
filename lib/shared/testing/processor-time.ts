/** What a piece of work takes of the processor, in ms: unlike the time on the clock, nothing else on the machine counts. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
