import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', name), 'utf8')

/** Files that commands write with the secrets or the structure of one tenant, as README.md and the commands name them. */
const written = ['sealwatch.env', 'sealwatch.env.setup', 'azure-report.json', 'azure-recording.json']

it.each(written)('never reaches a commit: %s', (file) => {
  const patterns = read('.gitignore')
    .split('\n')
    .filter((line) => line.startsWith('/'))
    .map((line) => new RegExp(`^${line.slice(1).replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`))
  expect(patterns.some((pattern) => pattern.test(file))).toBe(true)
})

it('covers each file that the README has a command write', () => {
  const named = [...read('README.md').matchAll(/--(?:report|record|environment) ([\w.-]+)/g)].map(([, name]) => name)
  const files = named.filter((name) => name !== 'FILE')
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) expect(written).toContain(file)
})
