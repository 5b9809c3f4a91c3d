import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { top } from '../launch/paths'
import { idleProgram } from './decode'
import type { Target } from './target'

/** Packages without a CommonJS form, so that they are bundled. */
const bundled = ['jose', 'server-only']
/** The name of the file whose coverage guides the fuzzer. */
const watched = 'target.cjs'
const jazzer = join(top, 'node_modules/@jazzer.js/core/dist/cli.js')

/** The result of a fuzzer run. */
export interface Fuzzed {
  readonly name: string
  readonly executions: number
  readonly seconds: number
  /** Reached edges of the code: at the start, and at the end. */
  readonly edges: { readonly before: number; readonly after: number }
  readonly corpus: number
  /** The text that caused the failure, if it could be read, and the fuzzer's output; null without a finding. */
  readonly finding: { readonly text: string | null; readonly output: string } | null
}

/** Bundles all product code into one file, so that only it is instrumented; packages stay outside. */
const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup: (building) => {
    building.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@/') || path.startsWith('node:')) return null
      if (path === 'server-only') return { path: join(top, 'tooling/server-only-in-tests.ts') }
      return bundled.includes(path) ? null : { path, external: true }
    })
  },
}

async function bundle(contents: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    tsconfig: join(top, 'tsconfig.json'),
    plugins: [packagesOutside],
  })
}

/**
 * Two files: the fuzzed code, and the decoder of bytes. Only the first is instrumented, or the fuzzer would spend its time
 * on the branches of the decoder.
 */
async function bundles(name: string, folder: string): Promise<string> {
  await bundle(`export { target } from './targets/${name}'`, join(folder, watched))
  await bundle(`export { fuzzOf } from './fuzz-of'`, join(folder, 'bytes.cjs'))
  const entry = join(folder, 'entry.cjs')
  writeFileSync(entry, `exports.fuzz = require('./bytes.cjs').fuzzOf(require('./${watched}').target)\n`)
  return entry
}

/** The initial corpus: each text, and a program for each body. Findings of earlier runs stay in it. */
async function sow(target: Target, corpus: string): Promise<void> {
  mkdirSync(corpus, { recursive: true })
  target.texts.forEach((text, index) => writeFileSync(join(corpus, `text-${index}`), text))
  const bodies = await target.bodies()
  const seeds = Math.min(bodies.length, 256)
  for (let index = 0; index < seeds; index += 1) writeFileSync(join(corpus, `body-${index}`), idleProgram(index))
}

/** A dictionary of libFuzzer: https://llvm.org/docs/LibFuzzer.html#dictionaries */
function dictionaryOf(words: readonly string[]): string {
  const escaped = (word: string) =>
    [...Buffer.from(word.slice(0, 60))].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  return words.map((word) => `"${escaped(word)}"\n`).join('')
}

function run(args: readonly string[], folder: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [jazzer, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }))
  })
}

const lastNumber = (output: string, pattern: RegExp): number => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0)

function textIn(output: string): string | null {
  const line = /^TEXT (".*")$/m.exec(output)?.[1]
  const text: unknown = line === undefined ? null : JSON.parse(line)
  return typeof text === 'string' ? text : null
}

/** The fields of the fuzzer's output lines: https://llvm.org/docs/LibFuzzer.html#output */
export function readOutput(name: string, code: number, output: string): Fuzzed {
  return {
    name,
    executions: lastNumber(output, /^Done (\d+) runs/gm) || lastNumber(output, /^#(\d+)\s/gm),
    seconds: lastNumber(output, /^Done \d+ runs in (\d+) second/gm),
    edges: { before: Number(/INITED\s+cov: (\d+)/.exec(output)?.[1] ?? 0), after: lastNumber(output, /\scov: (\d+)/g) },
    corpus: lastNumber(output, /\scorp: (\d+)\//g),
    finding: code === 0 ? null : { text: textIn(output), output: output.slice(-12_000) },
  }
}

/** Programs are short, and bytes after their end are ignored. */
const longestOf = ({ texts }: Target): number => (texts.length === 0 ? idleProgram(0).length : 4096)

export interface FuzzOptions {
  /** 0: no time limit, only `runs` counts. */
  readonly seconds: number
  /** Largest number of inputs, the initial ones included; none of these is skipped. */
  readonly runs?: number | null
  /** Folder for bundle, corpus and findings. */
  readonly folder: string
  /** Makes a run reproducible; if absent or null the fuzzer chooses. */
  readonly seed?: number | null
}

/** Whether the fuzzer's native binary exists for this machine. */
export function canFuzz(): boolean {
  const prebuilt = join(top, 'node_modules/@jazzer.js/fuzzer/prebuilds')
  return existsSync(prebuilt) && readdirSync(prebuilt).includes(`fuzzer-${process.platform}-${process.arch}.node`)
}

/** Fuzzes one target for this many seconds, guided by the coverage of the product's code. */
export async function fuzz(
  name: string,
  target: Target,
  { seconds, runs, folder, seed }: FuzzOptions,
): Promise<Fuzzed> {
  const corpus = join(folder, 'corpus')
  const findings = join(folder, 'findings')
  rmSync(findings, { recursive: true, force: true })
  for (const each of [corpus, findings]) mkdirSync(each, { recursive: true })
  await sow(target, corpus)
  writeFileSync(join(folder, 'words.dict'), dictionaryOf(target.words))
  const entry = await bundles(name, folder)
  const args = [
    entry,
    corpus,
    '--includes',
    watched,
    '--',
    `-max_total_time=${seconds}`,
    // For an input that hangs; a slow machine stays below it.
    '-timeout=600',
    ...(typeof runs === 'number' ? [`-runs=${runs}`] : []),
    `-max_len=${longestOf(target)}`,
  ]
  const more = [
    `-dict=${join(folder, 'words.dict')}`,
    `-artifact_prefix=${findings}/`,
    '-rss_limit_mb=2048',
    '-len_control=0',
    '-reduce_inputs=0',
  ]
  const { code, output } = await run([...args, ...more, ...(typeof seed !== 'number' ? [] : [`-seed=${seed}`])], folder)
  const fuzzed = readOutput(name, code, output)
  if (fuzzed.finding !== null) writeFileSync(join(findings, 'output.txt'), output)
  return fuzzed
}

/** Texts that once caused a failure, kept permanently: every test run replays them. */
export function keptTexts(name: string): readonly { readonly file: string; readonly text: string }[] {
  const folder = join(import.meta.dirname, 'kept', name)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
}
