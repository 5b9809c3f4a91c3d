import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { judge } from '@/lib/encryption/judge'
import { keySettings, vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { checkShown, checkVerdict } from './claims'
import { idleProgram, programMark, textOf } from './decode'
import { canFuzz, fuzz, keptTexts, readOutput } from './engine'
import { targetOf } from './load'
import { parseFuzzArguments } from './options'
import { targetNames } from './targets'
import { target as planted } from './targets/planted'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

describe('inputs that once caused a failure', () => {
  it.each(targetNames)('cause none in %s, and neither do its initial texts', async (name) => {
    const target = await targetOf(name)
    const bodies = (await target.bodies()).map((body) => JSON.stringify(body))
    expect(bodies.length + target.texts.length).toBeGreaterThan(3)
    for (const text of [...target.texts, ...bodies, ...keptTexts(name).map((kept) => kept.text)])
      await target.check(text)
  })
})

describe('the invariants of a verdict', () => {
  const body = vmBody({
    osDisk: { stamp: 'encrypted', settings: true },
    extension: { report: { os: 'Encrypted', data: 'NotMounted' } },
  })
  const verdict = judge(readVmFacts(body))

  it('hold for a correct one', () => {
    expect(verdict.state).toBe('encrypted')
    checkVerdict(verdict)
    checkShown(verdict.state, JSON.stringify(body))
  })

  it('fail if the input shows less than the verdict claims', () => {
    const bare = JSON.stringify(body).replaceAll('EncryptionState/encrypted', 'EncryptionState/notEncrypted')
    expect(() => checkShown('encrypted', bare)).toThrow('no disk says')
    const silent = JSON.stringify(body).replace('Encrypted\\"', 'NotEncrypted\\"')
    expect(() => checkShown('encrypted', silent)).toThrow('no report says')
  })

  it('hold for a dual-pass VM with a stamp only in the model', () => {
    const dual = vmBody({
      model: keySettings(true),
      extension: { version: '0.1', report: { os: 'Encrypted', data: 'NotMounted' } },
    })
    const judged = judge(readVmFacts(dual))
    expect(judged).toMatchObject({ pass: 'dual', state: 'encrypted' })
    const text = JSON.stringify(dual)
    checkShown(judged.state, text)
    checkShown(judged.state, text.replace(/"sourceVault":\{[^}]*\}/, '"sourceVault":[null]'))
    for (const less of [text.replace('"enabled":true', '"enabled":false'), text.replaceAll('secretUrl', 'url')])
      expect(() => checkShown('encrypted', less)).toThrow('no disk says')
  })

  it('fail if the verdict contradicts itself', () => {
    const volumes = verdict.volumes.map((volume) => ({ ...volume, stamp: 'absent' as const }))
    expect(() => checkVerdict({ ...verdict, volumes })).toThrow('has a stamp')
    expect(() => checkVerdict({ ...verdict, os: { ...verdict.os, reported: 'NotEncrypted' } })).toThrow('has a report')
    expect(() => checkVerdict({ ...verdict, progress: { ...verdict.progress, percent: 101 } })).toThrow('a percentage')
  })
})

describe('inputs', () => {
  const bodies = ['{"a":{"b":[1,"two"]},"c":null}', '[1,2]']
  const program = (...bytes: number[]) => textOf(Uint8Array.from([programMark, ...bytes]), bodies, ['word'])

  it('are texts, or a body with changes', () => {
    expect(textOf(Buffer.from('{"x"'), bodies, [])).toBe('{"x"')
    expect(program()).toBe(bodies[0])
    expect(program(1)).toBe(bodies[1])
    expect(program(0, 1, 192)).toBe('{"c":null}')
    expect(JSON.parse(program(0, 2, 2))).toEqual({ a: { b: [1, 'two'] }, c: true })
    expect(textOf(idleProgram(1), bodies, [])).toBe(bodies[1])
  })

  it('can have a property of any name', () => {
    const renamed = Array.from({ length: 256 }, (_, where) => program(0, where, 194))
    expect(renamed.some((text) => text.includes('"__proto__"'))).toBe(true)
  })

  it('are JSON of limited size for any program', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const bytes = Array.from({ length: 260 }, (_, at) => (seed * 31 + at * at * 7 + (seed % 3 === 0 ? 5 : at)) % 256)
      const text = program(...bytes)
      expect(() => void JSON.parse(text)).not.toThrow()
      expect(text.length).toBeLessThan(4_000_000)
    }
  })
})

describe('the output of the fuzzer', () => {
  const output = [
    '#270\tINITED cov: 2019 ft: 3993 corp: 271/11852b exec/s: 0 rss: 403Mb',
    '#550\tNEW    cov: 2020 ft: 3996 corp: 273/11998b lim: 8192 exec/s: 0 rss: 403Mb',
    'Done 793694 runs in 21 second(s)',
  ].join('\n')

  it('is parsed to numbers', () => {
    expect(readOutput('x', 0, output)).toEqual({
      name: 'x',
      executions: 793_694,
      seconds: 21,
      edges: { before: 2019, after: 2020 },
      corpus: 273,
      finding: null,
    })
  })

  it('is a finding whenever the fuzzer ended with an error', () => {
    expect(readOutput('x', 77, `${output}\nTEXT "a\\n\\"b"\n`).finding?.text).toBe('a\n"b')
    expect(readOutput('x', 1, 'no such file').finding).toEqual({ text: null, output: 'no such file' })
  })
})

describe('arguments of the command', () => {
  it('default to every target for a minute', () => {
    expect(parseFuzzArguments([])).toEqual({
      seconds: 60,
      runs: null,
      seed: null,
      targets: targetNames,
      fresh: false,
      report: null,
    })
    expect(parseFuzzArguments(['--seconds', '5', '--fresh', '--report', 'x.json', 'paste'])).toEqual({
      seconds: 5,
      runs: null,
      seed: null,
      targets: ['paste'],
      fresh: true,
      report: 'x.json',
    })
    expect(parseFuzzArguments(['--runs', '500', '--seed', '7'])).toMatchObject({ seconds: 0, runs: 500, seed: 7 })
  })

  it.each([
    [['--seconds', '0']],
    [['--seconds', 'x']],
    [['--runs', '0']],
    [['--seed', 'x']],
    [['nothing']],
    [['--unknown']],
  ])('is refused: %j', (args) => {
    expect(() => parseFuzzArguments(args)).toThrow()
  })
})

describe.runIf(canFuzz())('the fuzzer', () => {
  it('finds a planted fault behind four conditions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwatch-fuzz-'))
    made.push(folder)
    const { finding, edges } = await fuzz('planted', planted, { seconds: 0, runs: 5_000_000, folder, seed: 3 })
    expect(finding?.output).toContain('the planted fault')
    expect(edges.after).toBeGreaterThan(edges.before)
    const text = finding?.text ?? ''
    expect(JSON.parse(text)).toMatchObject({ kind: 'vault', size: null, statuses: ['EncryptionState/encrypted'] })
    expect(() => planted.check(text)).toThrow('the planted fault')
  })
})
