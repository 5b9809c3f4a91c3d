import { beforeAll, describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { literalExpressions, literalsIn, makersIn, type Expression } from './collect'
import { judge } from './judge'
import judged from './judged.json'
import { madeExpressions, makers } from './made'
import { judgedSchema } from './schema'

const { safe, bounded } = judgedSchema.parse(judged)
const aMegabyte = 1_000_000
const kept = new Set([...safe, ...bounded.map(({ text }) => text)])

let all: readonly Expression[] = []
beforeAll(async () => {
  all = [...(await madeExpressions()), ...literalExpressions()]
})

describe('regular expressions of the product', () => {
  it('are all checked, also those built from parts', () => {
    expect(all.length).toBeGreaterThan(350)
    expect(makersIn()).toEqual(Object.keys(makers).sort())
    for (const file of Object.keys(makers))
      expect(
        all.map((each) => each.file),
        file,
      ).toContain(file)
  })

  it('run in linear time, or within named limits', async () => {
    // This test judges new expressions; `npm run -s check:expressions` judges all of them again.
    const wrong: string[] = []
    for (const { text, file } of all.filter((each) => !kept.has(each.text))) {
      const { outcome, attack } = await judge(text, 120_000)
      if (outcome !== 'safe') wrong.push(`${outcome}: ${file} ${text} ${attack ?? ''}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(bounded)('$text is fast for its longest input', ({ text: written, pump, longest }) => {
    const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(written) ?? []
    const expression = new RegExp(source, flags)
    const hostile = pump.repeat(Math.ceil(longest / pump.length)).slice(0, longest)
    // One text at a time, as in production.
    for (const end of ['', '\n', '\u0000 !']) {
      const text = hostile.concat(end)
      expect(costInScans(() => text.replace(expression, ''), aMegabyte, 30)).toBeLessThanOrEqual(30)
    }
  })

  it('have no obsolete exception', () => {
    const texts = all.map(({ text }) => text)
    expect(bounded.filter(({ text }) => !texts.includes(text))).toEqual([])
  })
})

describe('the checker', () => {
  it.each([
    '/^(a+)+$/',
    '/^(?:a|aa)*b$/',
    // Was in the product: the name of an image could block it for hours.
    '/^(\\d)[._-]?(\\d{1,2})?(?:[-_](?:lvm|gen[12]|lvm-gen2))*$/',
  ])('finds that %s runs in exponential time', async (text) => {
    expect((await judge(text, 120_000)).outcome).toBe('runs-away')
  })

  it('finds expressions anywhere in a source', () => {
    const source = 'const a = [/a/g, b / c / d, "/no/"]\nconst e = <p>{x.replace(/[/]b/u, "/c/")}</p>'
    expect(literalsIn(source, 'x.tsx')).toEqual(['/a/g', '/[/]b/u'])
  })
})
