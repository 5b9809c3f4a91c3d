import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { top } from './launch/paths'

/** A module that a mock replaced, or one that was loaded before the mock, stays loaded for the next file of the process. */
it('test files that mock modules share no process with others', () => {
  const config = readFileSync(join(top, 'vitest.config.ts'), 'utf8')
  const mocking = ['components', 'lib']
    .flatMap((folder) => readdirSync(join(top, folder), { recursive: true }).map((file) => `${folder}/${String(file)}`))
    .filter((file) => /\.test\.tsx?$/.test(file) && !/^lib\/(?:http|telemetry)\//.test(file))
    .filter((file) => readFileSync(join(top, file), 'utf8').includes('vi.mock('))
  expect(mocking.length).toBeGreaterThan(4)
  expect(mocking.filter((file) => !config.includes(`'${file}'`))).toEqual([])
})
