import 'server-only'

/** The header tells whole seconds, and an answer takes its time: less than this is no difference. */
const toleranceMilliseconds = 2000

/**
 * Azure's clock, as its answers tell it. Servers that share a history may disagree on the time, and so may a server and
 * Azure's own records; what is kept of a VM is dated by the one clock that all of them hear.
 */
export interface AzureClock {
  /** What an answer said (its `Date` header), and when it was asked for and came, epoch milliseconds here. */
  readonly heard: (date: string | undefined, sentAt: number, receivedAt: number) => void
  /** A moment of this machine's clock (epoch milliseconds) on Azure's; unchanged before the first answer. */
  readonly of: (here: number) => number
}

/** A clock that agrees with this machine's until an answer shows otherwise. */
export function createAzureClock(): AzureClock {
  let ahead = 0
  return {
    heard: (date, sentAt, receivedAt) => {
      const second = date === undefined ? Number.NaN : Date.parse(date)
      if (Number.isNaN(second)) return
      const [least, most] = [second - receivedAt, second + 999 - sentAt]
      const agrees = least <= toleranceMilliseconds && most >= -toleranceMilliseconds
      ahead = agrees ? 0 : Math.round((least + most) / 2)
    },
    of: (here) => here + ahead,
  }
}
