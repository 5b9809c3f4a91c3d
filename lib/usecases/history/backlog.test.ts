import { expect, it } from 'vitest'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { observation, quiet } from '@/lib/store/testing/observations'
import type { Observation } from '@/lib/timeline/observation'
import { Backlog } from './backlog'

function setup(answers: Result<null, StoreFailure>[]) {
  const written: Observation[] = []
  const failures: [string, number][] = []
  const alarms: { milliseconds: number; callback: () => void }[] = []
  let rounds = 0
  const backlog = new Backlog({
    write: (batch) => {
      const answer = answers.shift() ?? ok(null)
      if (answer.ok) written.push(...batch)
      return Promise.resolve(answer)
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

it('holds at most its limit, and nothing for a history that cannot recover', async () => {
  const { backlog, written, failures } = setup([fail({ kind: 'schema-newer', code: null })])
  backlog.put(observations(20_500))
  await backlog.settled()
  expect([written.length, failures]).toEqual([0, [['schema-newer', 20_500]]])
  backlog.put(observations(20_500))
  await backlog.settled()
  expect(written).toHaveLength(20_000)
})
