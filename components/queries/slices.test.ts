import { afterEach, expect, it, vi } from 'vitest'
import { Slices } from './slices'

afterEach(() => {
  vi.restoreAllMocks()
})

it('lets other work go between, once a slice is used up and not before', async () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const done: string[] = []
  const slices = new Slices()
  const { port1, port2 } = new MessageChannel()
  const click = new Promise<void>((resolve) => {
    port1.addEventListener('message', () => {
      port1.close()
      done.push('click')
      resolve()
    })
  })
  port1.start()
  port2.postMessage(null)
  for (const line of ['a', 'b', 'c', 'd']) {
    await slices.next()
    done.push(line)
    now += 5
  }
  await click
  expect(done).toEqual(['a', 'b', 'click', 'c', 'd'])
})
