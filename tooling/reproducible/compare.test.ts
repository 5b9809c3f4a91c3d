import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { differences, settled, sumsOf } from './compare'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function build(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-compare-'))
  made.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, '.next', path)), { recursive: true })
    writeFileSync(join(folder, '.next', path), text.replaceAll('HERE', folder))
  }
  return sumsOf(join(folder, '.next'), folder)
}

it('treats builds as equal that differ only in their folder and in random values', () => {
  const one = build({ 'a.json': '{"root":"HERE/x","previewModeId":"ab12"}', 'cache/x': '1', trace: 'a' })
  const other = build({ 'a.json': '{"root":"HERE/x","previewModeId":"cd34"}', 'cache/x': '2', trace: 'b' })
  expect(differences(one, other)).toEqual([])
  expect(one.size).toBe(1)
})

it('lists each file that differs or that only one build has', () => {
  const one = build({ 'server/a.js': '1', 'server/b.js': '1', 'static/c.woff2': '1' })
  const other = build({ 'server/a.js': '2', 'static/c.woff2': '1', 'static/d.css': '' })
  expect(differences(one, other)).toEqual(['server/a.js', 'server/b.js', 'static/d.css'])
})

it('ignores only the random values', () => {
  expect(settled('{"previewModeSigningKey": "0a", "other": "0a"}', '/x')).toBe(
    '{"previewModeSigningKey": "drawn", "other": "0a"}',
  )
})
