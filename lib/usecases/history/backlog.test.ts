import { describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { observation, quiet } from '@/lib/store/testing/observations'
import type { Observation } from '@/lib/timeline/observation'
import { Backlog } from './backlog'

type Written = Result<null, StoreFailure>

function setup(
  answers: Written[],
  answer: () => Promise<Written> = () => Promise.resolve(answers.shift() ?? ok(null)),
) {
  const written: Observation[] = []
  const failures: [string, number][] = []
  const alarms: { milliseconds: number; callback: () => void }[] = []
  let rounds = 0
  const backlog = new Backlog({
    write: async (batch) => {
      const result = await answer()
      if (result.ok) written.push(...batch)
      return result
    },
    afterWrites: () => {
      rounds += 1
      return Promise.resolve()
    },
    onWaiting: () => undefined,
    onFailure: ({ kind }, lost) => failures.push([kind, lost]),
    later: (milliseconds, callback) => {
      if (milliseconds === 0) setImmediate(callback)
      else alarms.push({ milliseconds, callback })
    },
  })
  return { backlog, written, failures, alarms, rounds: () => rounds }
}

const observations = (count: number) => Array.from({ length: count }, (_, index) => observation(index, quiet))

it('writes everything in order, in batches', async () => {
  const { backlog, written, failures, rounds } = setup([])
  backlog.put(observations(250))
  expect(written).toHaveLength(0)
  backlog.put(observations(1))
  await backlog.settled()
  expect([written.length, failures, rounds()]).toEqual([251, [], 1])
})

it('keeps what a failed write left over, retries later, and reports the failure once', async () => {
  const busy = fail<StoreFailure>({ kind: 'unreachable', code: null })
  const { backlog, written, failures, alarms } = setup([ok(null), busy, busy])
  backlog.put(observations(150))
  await backlog.settled()
  expect([written.length, alarms.length]).toEqual([100, 1])
  alarms.shift()?.callback()
  await backlog.settled()
  alarms.shift()?.callback()
  await backlog.settled()
  expect([written.length, failures]).toEqual([150, [['unreachable', 0]]])
})

it('drops nothing while it can write, however much arrives', async () => {
  const { backlog, written, failures } = setup([])
  backlog.put(observations(20_500))
  await backlog.settled()
  expect([written.length, failures]).toEqual([20_500, []])
})

it('holds at most its limit while it cannot write, and nothing for a history that cannot recover', async () => {
  const { backlog, written, failures, alarms } = setup([
    fail({ kind: 'unreachable', code: null }),
    fail({ kind: 'schema-newer', code: null }),
  ])
  backlog.put(observations(20_500))
  await backlog.settled()
  backlog.put(observations(100))
  expect([backlog.waiting, failures]).toEqual([20_000, [['unreachable', 500]]])
  alarms.shift()?.callback()
  await backlog.settled()
  expect([written.length, failures.at(-1)]).toEqual([0, ['schema-newer', 20_100]])
})

describe('a source of observations', () => {
  /** Whether this is over once everything that can happen by itself has happened. */
  async function isOver(waiting: Promise<void>): Promise<boolean> {
    let over = false
    void waiting.then(() => (over = true))
    await new Promise((resolve) => setImmediate(resolve))
    return over
  }

  /** A backlog whose writes end when the test says so. */
  function slow() {
    const writes: ((result: Written) => void)[] = []
    const { backlog, alarms } = setup([], () => new Promise((resolve) => writes.push(resolve)))
    const end = async (result: Written) => {
      await vi.waitFor(() => expect(writes).not.toHaveLength(0))
      writes.shift()!(result)
    }
    return { backlog, alarms, end }
  }

  it('does not wait where there is room', async () => {
    const { backlog } = slow()
    backlog.put(observations(19_999))
    expect(await isOver(backlog.room())).toBe(true)
  })

  it('waits until something is written', async () => {
    const { backlog, end } = slow()
    backlog.put(observations(20_050))
    const [one, other] = [backlog.room(), backlog.room()]
    expect(await isOver(one)).toBe(false)
    await end(ok(null))
    await Promise.all([one, other])
    expect(backlog.waiting).toBe(19_950)
  })

  it('does not wait for a history that cannot be written', async () => {
    const { backlog, end } = slow()
    backlog.put(observations(20_050))
    const waiting = backlog.room()
    expect(await isOver(waiting)).toBe(false)
    await end(fail({ kind: 'unreachable', code: null }))
    await waiting
    expect(await isOver(backlog.room())).toBe(true)
  })

  it('does not wait longer for a write that hangs, and waits again after it', async () => {
    const { backlog, alarms, end } = slow()
    backlog.put(observations(20_050))
    const waiting = backlog.room()
    expect(await isOver(waiting)).toBe(false)
    alarms.find(({ milliseconds }) => milliseconds === 30_000)?.callback()
    await waiting
    expect(await isOver(backlog.room())).toBe(true)
    await end(ok(null))
    await vi.waitFor(() => expect(backlog.waiting).toBe(19_950))
    backlog.put(observations(200))
    expect(await isOver(backlog.room())).toBe(false)
  })
})
