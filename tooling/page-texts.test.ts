import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import type { TextTable } from '@/lib/i18n/texts'
import { top } from './launch/paths'

const pagesFolder = join(top, 'app', '(pages)')
const english: Readonly<Record<string, TextTable>> = messages.en

/** The file that an import names; null for packages and style sheets. */
function fileOf(specifier: string, from: string): string | null {
  const base = specifier.startsWith('@/') ? join(top, specifier.slice(2)) : join(dirname(from), specifier)
  if (!specifier.startsWith('@/') && !specifier.startsWith('.')) return null
  const candidates = ['.tsx', '.ts', '/index.tsx', '/index.ts'].map((end) => base + end)
  return candidates.find((path) => existsSync(path)) ?? null
}

/** All files that a file loads, directly or indirectly, itself included. Type-only imports load nothing. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const imports = text.matchAll(/(?:^(?:import|export)\s(?!type\s)[^'"]*?|\bimport\()['"]([^'"]+)['"]/gm)
  for (const [, specifier = ''] of imports) {
    const loaded = fileOf(specifier, file)
    if (loaded !== null) loadedBy(loaded, seen)
  }
  return seen
}

/** The scope that a call needs: a namespace, or the one table of it that the call names. */
function scopeOf(asked: string): string {
  const [namespace = '', table] = asked.split('.')
  return table === undefined || typeof english[namespace]?.[table] !== 'object' ? namespace : `${namespace}.${table}`
}

const calls = /\buseTranslations\(\s*(['"]([\w.-]+)['"])?/g

function usedBy(files: Iterable<string>): ReadonlySet<string> {
  const used = new Set<string>()
  for (const file of files) {
    if (!file.startsWith(join(top, 'components')) && !file.startsWith(join(top, 'app'))) continue
    for (const [call, , asked] of readFileSync(file, 'utf8').matchAll(calls)) {
      if (asked === undefined) throw new Error(`${relative(top, file)}: ${call} … names no namespace`)
      used.add(scopeOf(asked))
    }
  }
  return used
}

/** Without tables of namespaces that are loaded completely. */
const least = (scopes: ReadonlySet<string>, given: ReadonlySet<string> = new Set()) =>
  [...scopes]
    .filter((scope) => !given.has(scope) && !given.has(scope.split('.')[0] ?? ''))
    .filter((scope) => !scope.includes('.') || !scopes.has(scope.split('.')[0] ?? ''))
    .sort()

/** The scopes that a page or the layout requests in its source. */
function declaredIn(file: string): string[] {
  const list = /\bof=\{\[([^\]]*)\]\}|\bframeTexts\b[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(file, 'utf8'))
  return [...(list?.[1] ?? list?.[2] ?? '').matchAll(/'([\w.-]+)'/g)].map(([, scope]) => scope ?? '')
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return pagesIn(path)
    return name === 'page.tsx' ? [path] : []
  })
}

const ofFrame = new Set(declaredIn(join(top, 'lib/i18n/frame-texts.ts')))

describe('texts that a page loads', () => {
  it('are, for the layout of all pages, those that its components use', () => {
    const files = ['layout.tsx', 'error.tsx', 'not-found.tsx'].flatMap((name) => [...loadedBy(join(pagesFolder, name))])
    expect([...ofFrame].sort()).toEqual(least(usedBy(files)))
  })

  it.each(pagesIn(pagesFolder).map((page) => [relative(pagesFolder, page), page]))(
    '%s: are exactly those that its components use in addition to the layout',
    (_name, page) => {
      expect(declaredIn(page).sort()).toEqual(least(usedBy(loadedBy(page)), ofFrame))
    },
  )

  it('contain, on the page that shows a file, all that its screens use', () => {
    const page = join(top, 'app', '(file)', 'file', 'page.tsx')
    const declared = new Set(declaredIn(page))
    expect(declared.size).toBeGreaterThan(10)
    expect(least(usedBy(loadedBy(page)), new Set([...ofFrame, ...declared]))).toEqual([])
  })
})
