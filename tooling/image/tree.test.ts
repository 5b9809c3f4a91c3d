import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { productApi } from '@/e2e/simulator/names'
import { configOf } from './dockerfile'
import { checkTree } from './tree'

const config = configOf({
  base: 'a',
  name: null,
  steps: [
    { instruction: 'WORKDIR', text: '/app' },
    { instruction: 'CMD', text: '["node"]' },
  ],
})
let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sealwatch-tree-'))
  put('server.js', 'start()')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string, text: string): string {
  const file = join(root, 'app', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}
const broken = () => checkTree(root, config).flatMap(({ claim, held }) => (held ? [] : [claim]))

it.each([
  ['a file of the fake Azure', 'e2e/simulator/main.js', 'x', 'the simulator is not inside'],
  ['its words in a bundle', '.next/server/chunk.js', `id="${productApi.clientSecret}"`, 'the simulator is not inside'],
  ['a test', 'lib/a.test.js', 'x', 'the simulator is not inside'],
  ['a compiler', 'node_modules/esbuild/lib/main.js', 'x', 'nothing that builds or tests is inside'],
])('finds %s', (_name, path, text, expected) => {
  put(path, text)
  expect(broken()).toContain(expected)
})

it('finds a file that other users may write, or that is setuid', () => {
  chmodSync(put('a.js', 'x'), 0o646)
  expect(broken()).toContain('root owns its files, no other user may write them, and none is setuid')
})
