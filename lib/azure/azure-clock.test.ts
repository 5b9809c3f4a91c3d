import { expect, it } from 'vitest'
import { createAzureClock } from './azure-clock'

const at = Date.parse('2026-11-25T10:00:00.000Z')

it('leaves times unchanged while Azure’s clock and this machine’s agree, or before the first response', () => {
  const clock = createAzureClock()
  expect(clock.of(at)).toBe(at)
  clock.received('Wed, 25 Nov 2026 09:59:59 GMT', at, at + 400)
  expect(clock.of(at + 5)).toBe(at + 5)
  clock.received('no date', at, at)
  clock.received(undefined, at, at)
  expect(clock.of(at)).toBe(at)
})

it('follows Azure where this machine’s clock is wrong, in either direction', () => {
  const clock = createAzureClock()
  clock.received('Wed, 25 Nov 2026 12:00:00 GMT', at, at + 200)
  expect(Math.abs(clock.of(at) - Date.parse('2026-11-25T12:00:00.400Z'))).toBeLessThan(600)
  clock.received('Wed, 25 Nov 2026 09:00:00 GMT', at, at + 200)
  expect(clock.of(at)).toBeLessThan(at - 3_590_000)
})
