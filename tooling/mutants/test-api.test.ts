import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modules } from './modules.mjs'
import { collector, left } from './test-api.mjs'

const testFiles = modules.flatMap((module) =>
  readdirSync(`lib/${module}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `lib/${module}/${path}`),
)
const importedNames = (text: string): readonly string[] =>
  (/^import \{ ([^}]*) \} from 'vitest'/m.exec(text)?.[1] ?? '').split(', ')

describe('the tests of the core', () => {
  it('use nothing of vitest that the runner of mutants lacks, except where that leaves them out', () => {
    expect(testFiles.length).toBeGreaterThan(50)
    const has = Object.keys(collector().api.vitest)
    const lacking = testFiles.filter((file) => {
      const text = readFileSync(file, 'utf8')
      return importedNames(text).some((name) => !has.includes(name) && !name.startsWith('type ')) && !left.test(text)
    })
    expect(lacking).toEqual([])
  })
})
