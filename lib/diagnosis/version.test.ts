import { expect, it } from 'vitest'
import { isBefore } from './version'

it.each([
  ['2.2.53', '2.2.53.1', true],
  ['2.2.53.1', '2.2.53.1', false],
  ['2.2.53.1', '2.2.53', false],
  ['2.2.9', '2.2.38', true],
  ['2.10.1', '2.2.53.1', false],
  ['1', '2', true],
  ['3', '2.9.9', false],
  [null, '2.2', false],
  ['Unknown', '2.2', false],
  ['v1.0', '2.2', false],
  ['1.0-rc', '2.2', false],
  ['1', 'two', false],
])('%s is before %s: %s', (version, least, before) => {
  expect(isBefore(version, least)).toBe(before)
})
