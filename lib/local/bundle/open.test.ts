import { expect, it, vi } from 'vitest'
import { runOpen } from './open'

it.each<[args: readonly string[], code: number, named: string]>([
  [[], 2, 'FILE is missing'],
  [['--nothing-known', 'a'], 2, '--nothing-known'],
  [['a', 'b'], 2, 'b: only one FILE'],
  [['a', '--port', 'x'], 2, 'x'],
  [['/nowhere/at-all.gz'], 1, '/nowhere/at-all.gz'],
])('names what is wrong before anything is built: %j', async (args, code, named) => {
  const build = vi.fn<() => Promise<number>>()
  let said = ''
  const complain = (text: string): void => void (said += text)
  expect(await runOpen({ args, folder: '/nowhere', print: complain, complain }, build)).toBe(code)
  expect(said).toContain(named)
  expect(build).not.toHaveBeenCalled()
})
