import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassphrase, isPassphrase } from './secrets'

const salt = Buffer.alloc(16, 7)
const made = (N: number, r: number, p: number) =>
  scryptSync('open, please', salt, 32, { N, r, p, maxmem: 256 * 2 ** 20 }).toString('base64url')
const written = (cost: string, hash: string) => `scrypt$${cost}$${salt.toString('base64url')}$${hash}`

describe('a stored passphrase', () => {
  it('contains its algorithm, its cost and its own salt', async () => {
    const [one, two] = [await hashPassphrase('open, please'), await hashPassphrase('open, please')]
    expect(one).toMatch(/^scrypt\$N=32768,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(two)
  })

  it('opens for the right words, in any Unicode composition, and for no others', async () => {
    const kept = await hashPassphrase('caf\u00e9 ouvert')
    expect(await isPassphrase('cafe\u0301 ouvert', kept)).toBe(true)
    expect(await isPassphrase('cafe ouvert', kept)).toBe(false)
    expect(await isPassphrase('', kept)).toBe(false)
  })

  it('opens by the cost that it contains, at any current cost', async () => {
    const kept = written('N=1024,r=4,p=1', made(1024, 4, 1))
    expect(await isPassphrase('open, please', kept)).toBe(true)
    expect(await isPassphrase('open please', kept)).toBe(false)
  })

  it('opens where it is from before costs were stored', async () => {
    const kept = `${salt.toString('base64url')}.${made(2 ** 15, 8, 3)}`
    expect(await isPassphrase('open, please', kept)).toBe(true)
    expect(await isPassphrase('open please', kept)).toBe(false)
  })

  it.each([
    ['nothing', ''],
    ['not a hash', written('N=1024,r=4,p=1', '')],
    ['another algorithm', written('N=1024,r=4,p=1', made(1024, 4, 1)).replace('scrypt', 'md5')],
    ['a cost that would exhaust the memory', written('N=1048576,r=64,p=1', made(1024, 4, 1))],
    ['an invalid cost', written('N=1000,r=4,p=1', made(1024, 4, 1))],
    ['no rounds', written('N=1024,r=0,p=1', made(1024, 4, 1))],
    ['too many parts', `a.${made(1024, 4, 1)}.b`],
  ])('never opens where it is %s', async (_what, kept) => {
    expect(await isPassphrase('open, please', kept)).toBe(false)
  })
})
