import 'server-only'

/** The `Date` header has whole seconds, and a response takes time: a smaller difference is ignored. */
const toleranceMilliseconds = 2000

/**
 * Azure's clock, from the `Date` headers of its responses. Servers that share a history can disagree on the time, and
 * so can a server and Azure's own records; all evidence is dated by Azure's clock, which every server reads.
 */
export interface AzureClock {
  /** Takes the `Date` header of a response; sent and received are epoch milliseconds of this machine's clock. */
  readonly received: (date: string | undefined, sentAt: number, receivedAt: number) => void
  /** Converts a time of this machine's clock (epoch milliseconds) to Azure's; unchanged before the first response. */
  readonly of: (here: number) => number
}

/** A clock that equals this machine's until a response shows otherwise. */
export function createAzureClock(): AzureClock {
  let ahead = 0
  return {
    received: (date, sentAt, receivedAt) => {
      const second = date === undefined ? Number.NaN : Date.parse(date)
      if (Number.isNaN(second)) return
      const [least, most] = [second - receivedAt, second + 999 - sentAt]
      const agrees = least <= toleranceMilliseconds && most >= -toleranceMilliseconds
      ahead = agrees ? 0 : Math.round((least + most) / 2)
    },
    of: (here) => here + ahead,
  }
}
