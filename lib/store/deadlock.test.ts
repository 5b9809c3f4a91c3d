import { expect, it } from 'vitest'
import { againAfterDeadlock } from './deadlock'

/** Fails this many times, each time with an error code of PostgreSQL. */
function failing(times: number, code: string) {
  const done = { tries: 0 }
  const work = () => {
    done.tries += 1
    return done.tries <= times ? Promise.reject(Object.assign(new Error('refused'), { code })) : Promise.resolve()
  }
  return { done, work }
}

it('retries what a deadlock ended, and nothing that failed otherwise', async () => {
  const twice = failing(2, '40P01')
  await againAfterDeadlock(twice.work)
  expect(twice.done.tries).toBe(3)
  const always = failing(99, '40P01')
  await expect(againAfterDeadlock(always.work)).rejects.toThrow('refused')
  expect(always.done.tries).toBe(5)
  const denied = failing(1, '42501')
  await expect(againAfterDeadlock(denied.work)).rejects.toThrow('refused')
  expect(denied.done.tries).toBe(1)
})
