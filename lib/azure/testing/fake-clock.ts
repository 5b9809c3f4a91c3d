import type { Clock } from '../schedule/clock'

interface Alarm {
  readonly at: number
  readonly callback: () => void
}

/** A clock that stands still until a test advances it. Advancing lets promises settle after each timer. */
export function fakeClock(): Clock & { readonly advance: (milliseconds: number) => Promise<void> } {
  let now = 1_000_000
  const alarms = new Set<Alarm>()
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    now: () => now,
    random: () => 0,
    after: (milliseconds, callback) => {
      const alarm = { at: now + milliseconds, callback }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    advance: async (milliseconds) => {
      const end = now + milliseconds
      await settle()
      for (;;) {
        const next = [...alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        alarms.delete(next)
        now = Math.max(now, next.at)
        next.callback()
        await settle()
      }
      now = end
      await settle()
    },
  }
}
