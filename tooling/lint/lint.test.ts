import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { top } from '../launch/paths'

const compilerOptions = { strict: true, module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', types: [] }

/** One breach for each kind of rule, in a file where the rule applies: a file pattern that matches nothing would let all pass. */
const breaches: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  'eslint(eqeqeq)': { file: 'lib/a.ts', text: 'export const same = (one: string, other: string) => one == other' },
  'eslint(no-console)': { file: 'lib/b.ts', text: "console.log('here')" },
  'eslint(max-lines)': { file: 'lib/c.ts', text: 'export {}\n'.repeat(301) },
  'typescript(no-explicit-any)': { file: 'lib/d.ts', text: 'export type Taken<One = any> = One' },
  'typescript(no-floating-promises)': { file: 'lib/e.ts', text: 'Promise.resolve(1)' },
  'typescript(no-unnecessary-condition)': {
    file: 'lib/f.ts',
    text: 'export const length = (text: string) => text?.length',
  },
  'typescript(switch-exhaustiveness-check)': {
    file: 'lib/g.ts',
    text: "export function of(one: 'a' | 'b'): void {\n  switch (one) {\n    case 'a':\n      return\n  }\n}",
  },
  'typescript(consistent-type-assertions)': {
    file: 'lib/h.ts',
    text: 'export const h = (one: unknown) => one as string',
  },
  'typescript(TS2322)': { file: 'lib/j.ts', text: "export const j: number = 'text'" },
  'house(no-enum)': { file: 'lib/i.ts', text: 'export enum One {\n  A,\n}' },
  'house(vocabulary)': { file: 'lib/l.ts', text: 'export const isToldAlready = true' },
  'house(no-test-time)': {
    file: 'lib/k.test.ts',
    text: 'export const wait = new Promise((resolve) => setTimeout(resolve, 100))',
  },
  'react-hooks(rules-of-hooks)': {
    file: 'components/a.tsx',
    text: "import { useState } from 'react'\nexport function A({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}",
  },
  'jsx-a11y(alt-text)': { file: 'components/b.tsx', text: 'export const B = () => <img src="/b.png" />' },
  'playwright(no-wait-for-timeout)': {
    file: 'e2e/specs/a.spec.ts',
    text: "import { expect, test } from '@playwright/test'\ntest('a', async ({ page }) => {\n  await page.waitForTimeout(100)\n  await expect(page).toHaveTitle('a')\n})",
  },
}

/** Files in which one of them is allowed. */
const allowed: Readonly<Record<string, string>> = {
  'lib/cli/a.ts': "console.log('here')",
  'lib/wire/a.ts': 'export const a = (one: unknown) => one as string',
  'lib/a.test.ts': 'export const a = (one: unknown) => one as string',
}

const tree = mkdtempSync(join(tmpdir(), 'sealwatch-lint-'))
let found: readonly string[] = []

beforeAll(() => {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*'] }))
  for (const { file, text } of Object.values(breaches)) write(file, text)
  for (const [file, text] of Object.entries(allowed)) write(file, text)
  const oxlint = join(top, 'node_modules/oxlint/bin/oxlint')
  const config = join(top, '.oxlintrc.json')
  const args = [oxlint, '--config', config, '--type-aware', '--type-check', '--format', 'unix', '.']
  found = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' }).stdout.split('\n')
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

test.each(Object.entries(breaches))('%s is refused', (rule, { file }) => {
  expect(found.filter((line) => line.startsWith(`${file}:`) && line.endsWith(`/${rule}]`))).not.toEqual([])
})

test.each(Object.keys(allowed))('%s is accepted', (file) => {
  expect(found.filter((line) => line.startsWith(file))).toEqual([])
})
