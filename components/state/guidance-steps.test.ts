import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const components = join(import.meta.dirname, '..')

it('are rendered wherever the meaning of a message is shown', () => {
  const files = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const showing = files.filter((name) => readFileSync(join(components, name), 'utf8').includes('guidance.meaning'))
  expect(showing.length).toBeGreaterThan(3)
  expect(
    showing.filter((name) => !readFileSync(join(components, name), 'utf8').includes('Steps next={guidance.next}')),
  ).toEqual([])
})
