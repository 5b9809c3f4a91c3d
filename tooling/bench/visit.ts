import { readFleet } from './read-fleet'

/** One user's visit. */
export interface Stay {
  /** The server for this user's fleet loads, because it has cached their readings. */
  readonly home: string
  /** Servers, any of which may answer any request. */
  readonly addresses: readonly string[]
  readonly token: string
  readonly ids: readonly string[]
  /** Ends the visit, also during a read. */
  readonly signal: AbortSignal
}

/** Totals of all users. */
export interface Visits {
  fleets: number
  left: number
  pages: number
  /** By the kind of failure. */
  readonly errors: Map<string, number>
}

export function newVisits(): Visits {
  return { fleets: 0, left: 0, pages: 0, errors: new Map() }
}

/** A refused answer: its status and the code of its error. */
async function refusal(what: string, response: Response): Promise<Error> {
  const code = /"code":"([a-z-]+)"/.exec(await response.text())?.[1] ?? 'no code'
  return new Error(`${what} ${response.status} ${code}`)
}

const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function readWhole(address: string, { token, signal }: Stay, visits: Visits): Promise<void> {
  const { complete } = await readFleet(address, token, new Set(), signal)
  if (!complete) throw new Error('incomplete fleet')
  visits.fleets += 1
}

/** Aborts after the first piece of data. */
async function leaveHalfWay(address: string, { token }: Stay, visits: Visits): Promise<void> {
  const leaving = new AbortController()
  const response = await fetch(`${address}/api/v1/fleet`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  })
  if (!response.ok) throw await refusal('fleet', response)
  await response.body?.getReader().read()
  leaving.abort()
  visits.left += 1
}

async function openPage(address: string, { token, ids, signal }: Stay, visits: Visits): Promise<void> {
  const [, , subscription, , group, , , , name] = (pick(ids) ?? '').split('/')
  const response = await fetch(`${address}/api/v1/vms/${subscription}/${group}/${name}`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  })
  if (!response.ok) throw await refusal('VM page', response)
  await response.arrayBuffer()
  visits.pages += 1
}

/** Starts at a random time in the first ten seconds, then reads fleets and pages, and aborts some. */
export async function visit(stay: Stay, visits: Visits): Promise<void> {
  await pause(Math.random() * 10_000)
  const isOver = (): boolean => stay.signal.aborted
  while (!isOver()) {
    const chance = Math.random()
    const act = chance < 0.7 ? readWhole : chance < 0.9 ? openPage : leaveHalfWay
    const address = act === openPage ? (pick(stay.addresses) ?? stay.home) : stay.home
    try {
      await act(address, stay, visits)
    } catch (error) {
      if (isOver()) return
      const what = error instanceof Error ? error.message : 'something else'
      visits.errors.set(what, (visits.errors.get(what) ?? 0) + 1)
    }
    await pause(5000 + Math.random() * 10_000)
  }
}
