import { beforeAll, describe, expect, it } from 'vitest'
import { literalExpressions, literalsIn, makersIn, type Expression } from './collect'
import { judge } from './judge'
import judged from './judged.json'
import { madeExpressions, makers } from './made'
import { judgedSchema } from './schema'

const { safe, bounded } = judgedSchema.parse(judged)
const kept = new Set([...safe, ...bounded.map(({ text }) => text)])

/** Processor milliseconds of a run; the best of some, since others use the machine as well. */
function costOf(work: () => void): number {
  const costs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...costs)
}

/**
 * How many times slower this machine is at this moment than a quiet one, for which the bound is written: a search of the
 * same kind takes 80 ms of a processor on a quiet one, and up to 130 where others share the caches.
 */
function slowness(): number {
  const plain = 'a'.repeat(200_000)
  return Math.max(1, costOf(() => plain.replace(/[^\s@]{1,128}@/g, '')) / 80)
}

let all: readonly Expression[] = []
beforeAll(async () => {
  all = [...(await madeExpressions()), ...literalExpressions()]
})

describe('regular expressions of the product', () => {
  it('are all looked at, those that are made of parts as well', () => {
    expect(all.length).toBeGreaterThan(350)
    expect(makersIn()).toEqual(Object.keys(makers).sort())
    for (const file of Object.keys(makers))
      expect(
        all.map((each) => each.file),
        file,
      ).toContain(file)
  })

  it('run in linear time, or within named bounds', { timeout: 300_000 }, async () => {
    // Those that are new are judged here and now; `npm run -s check:expressions` judges every one anew.
    const wrong: string[] = []
    for (const { text, file } of all.filter((each) => !kept.has(each.text))) {
      const { outcome, attack } = await judge(text, 20_000)
      if (outcome !== 'safe') wrong.push(`${outcome}: ${file} ${text} ${attack ?? ''}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(bounded)('$text costs little at its longest', ({ text, pump, longest }) => {
    const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? []
    const expression = new RegExp(source, flags)
    const hostile = pump.repeat(Math.ceil(longest / pump.length)).slice(0, longest)
    const cost = costOf(() => {
      for (const end of ['', '\n', '\u0000 !']) hostile.concat(end).replace(expression, '')
    })
    expect(cost / slowness()).toBeLessThan(300)
  })

  it('have no exception that nobody needs any more', () => {
    const texts = all.map(({ text }) => text)
    expect(bounded.filter(({ text }) => !texts.includes(text))).toEqual([])
  })
})

describe('the checker', () => {
  it.each([
    '/^(a+)+$/',
    '/^(?:a|aa)*b$/',
    // Stood in the product: a name of an image could hold it for hours.
    '/^(\\d)[._-]?(\\d{1,2})?(?:[-_](?:lvm|gen[12]|lvm-gen2))*$/',
  ])('sees that %s runs away', { timeout: 60_000 }, async (text) => {
    expect((await judge(text, 20_000)).outcome).toBe('runs-away')
  })

  it('finds expressions wherever they stand', () => {
    const source = 'const a = [/a/g, b / c / d, "/no/"]\nconst e = <p>{x.replace(/[/]b/u, "/c/")}</p>'
    expect(literalsIn(source, 'x.tsx')).toEqual(['/a/g', '/[/]b/u'])
  })
})
