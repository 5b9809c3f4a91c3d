import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variableDocs } from '@/lib/config/variable-docs'
import { variableShapes, ruleOf, type VariableName } from '@/lib/config/variables'
import { top } from '../launch/paths'
import { configurationReference, referencePath } from './reference'

describe('the configuration reference', () => {
  it('has the limits of every number, and a schema that refuses what is outside', () => {
    const text = readFileSync(join(top, referencePath), 'utf8')
    for (const name of Object.keys(variableShapes) as VariableName[]) {
      const [least, most] = ruleOf(name).limits ?? []
      const refuses = (value: number | undefined) => !variableShapes[name].safeParse(String(value)).success
      if (least === undefined || most === undefined) {
        expect(Number.isNaN(Number(ruleOf(name).fallback ?? 'x')), name).toBe(true)
        continue
      }
      expect([refuses(least - 1), refuses(least), refuses(most), refuses(most + 1)], name).toEqual([
        true,
        false,
        false,
        true,
      ])
      expect(text.split('\n').find((line) => line.startsWith(`| \`${name}\``))).toContain(`(${least} to ${most})`)
    }
  })

  it('matches the schemas; `npm run docs:configuration` regenerates it', () => {
    expect(readFileSync(join(top, referencePath), 'utf8')).toBe(configurationReference())
  })

  it('lists every variable that the code of the configuration reads, each once', () => {
    const folder = join(top, 'lib/config')
    const sources = readdirSync(folder).filter(
      (name) => name.endsWith('.ts') && !/\.test\.ts$|(?:variable|telemetry)-docs/.test(name),
    )
    const text = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
    const read = new Set(
      [...text.matchAll(/\b(?:SEALWATCH|OTEL)_[A-Z_]*[A-Z]\b|\b(?:DATABASE_URL|HTTPS_PROXY|NO_PROXY)\b/g)].map(
        ([name]) => name,
      ),
    )
    expect([...read].sort()).toEqual(Object.keys(variableShapes).sort())
  })

  it('has examples that the schemas accept, and no secret', () => {
    for (const [name, { example, secret }] of Object.entries(variableDocs)) {
      if (secret || example.includes('…')) continue
      const parsed = variableShapes[name as VariableName].safeParse(example)
      expect(parsed.success, name).toBe(true)
    }
    expect(ruleOf('SEALWATCH_CLOUD')).toEqual({
      required: false,
      fallback: 'public',
      choices: ['public', 'usgovernment', 'china'],
      limits: null,
    })
    expect(ruleOf('SEALWATCH_POLL_QUIET_SECONDS').limits).toEqual([60, 86_400])
    expect(ruleOf('SEALWATCH_TENANT').required).toBe(true)
  })
})
