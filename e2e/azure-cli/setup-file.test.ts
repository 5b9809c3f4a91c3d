import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Az } from '@/lib/cli/azure/az'
import { proofVariables } from '@/lib/cli/setup/credential'
import { smallDisk } from '../faults/testing/small-disk'
import { useInterruptedSetups } from './testing/interrupted-setups'

const { az, begin, setup, changes, secrets, expectWhole, file, into } = useInterruptedSetups()

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-place-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isAbout = (path: string, args: readonly string[]): boolean => args.some((each) => each.includes(path))

/** azure-cli with an event right after the secret was created. */
const onceMade =
  (event: () => void): Az =>
  async (args) => {
    const answer = await az(args)
    if (isAbout('/addPassword', args) && answer.ok) event()
    return answer
  }

describe('the environment file is tried before the first change', () => {
  const none: Az = () => Promise.reject(new Error('azure-cli was asked'))
  it.each<[what: string, path: string, code: string]>([
    ['a folder that does not exist', join(folder, 'missing', 'ours.env'), 'ENOENT'],
    ['a folder in its place', folder, 'EISDIR'],
    ['a file in place of the folder', join(folder, 'plain', 'ours.env'), 'ENOTDIR'],
    ['a device', '/dev/null', 'EISDIR'],
  ])('%s', async (_what, path, wanted) => {
    writeFileSync(join(folder, 'plain'), '')
    into(path)
    const { code, text } = await setup(none)
    expect([code, text]).toEqual([2, expect.stringContaining(`(${wanted}). Nothing was changed.`)])
    expect(text).not.toContain('Error')
  })

  it('a read-only or full disk', async (context) => {
    const disk = smallDisk(1)
    if (disk === null) return context.skip('not run: this user may not mount a file system')
    into(join(disk.folder, 'ours.env'))
    disk.forbidWriting()
    const unwritable = await setup(none)
    disk.allowWriting()
    disk.fill()
    const full = await setup(none)
    const names = readdirSync(disk.folder)
    disk.remove()
    expect([unwritable.code, unwritable.text]).toEqual([2, expect.stringContaining('(EROFS)')])
    expect([full.code, full.text]).toEqual([2, expect.stringContaining('(ENOSPC)')])
    expect(names).toEqual(['filler'])
  })
})

describe('a secret that cannot be kept', () => {
  it('is removed again where the file cannot be written any more, and the next run continues', async (context) => {
    const disk = smallDisk(1)
    if (disk === null) return context.skip('not run: this user may not mount a file system')
    into(join(disk.folder, 'ours.env'))
    const full = await setup(onceMade(disk.fill))
    const left = secrets().length
    disk.free()
    const next = await setup()
    await expectWhole()
    disk.remove()
    expect([full.code, left, full.text]).toEqual([1, 0, expect.stringContaining('could not be written (ENOSPC)')])
    expect(full.text).toContain('/removePassword')
    expect(full.text).not.toContain('Done.')
    expect(next.code).toBe(0)
  })

  it('is removed again where something else stands at the place of the file', async () => {
    const { code, text } = await setup(onceMade(() => mkdirSync(file())))
    rmSync(file(), { recursive: true })
    expect([code, secrets(), text]).toEqual([1, [], expect.stringContaining('could not be written (EISDIR)')])
  })

  it('is removed again where the operator declines the file, and stays where they decline that too', async () => {
    await begin(0)
    const { code } = await setup(az, ['--credential', 'keep'])
    expect(code).toBe(1)
    const before = readFileSync(file(), 'utf8')
    expect((await setup(az, [], ['y', 'n', 'y'])).code).toBe(1)
    expect(secrets()).toEqual([])
    const kept = await setup(az, [], ['y', 'n', 'n'])
    expect([kept.code, kept.text]).toEqual([
      1,
      expect.stringContaining('The API still has the secret “sealwatch secret'),
    ])
    expect(secrets()).toHaveLength(1)
    expect(readFileSync(file(), 'utf8')).toBe(before)
    const next = await setup()
    expect(next.code).toBe(0)
    await expectWhole()
  })

  it('leaves the one in use, where only its successor cannot be kept', async () => {
    expect((await setup()).code).toBe(0)
    const [used] = secrets()
    const before = readFileSync(file(), 'utf8')
    const { code } = await setup(az, ['--renew'], ['y', 'n', 'y'])
    expect([code, secrets(), readFileSync(file(), 'utf8')]).toEqual([1, [used], before])
  })

  it('that may not be removed either is named', async () => {
    const refusing: Az = async (args) =>
      isAbout('/removePassword', args)
        ? { ok: false, failure: { code: 'az-denied', detail: 'Forbidden', status: 403 } }
        : onceMade(() => mkdirSync(file()))(args)
    const { code, text } = await setup(refusing)
    rmSync(file(), { recursive: true })
    expect([code, text]).toEqual([1, expect.stringContaining('The API still has the secret “sealwatch secret')])
    expect(text).not.toContain(secrets()[0]!.secretText)
  })
})

describe('a file with which no server starts', () => {
  it('without a credential is not reported as done, in either language, and what is missing is named', async () => {
    for (const [language, done] of [
      ['en', 'Done.'],
      ['ja', '完了しました'],
    ] as const) {
      const { code, text } = await setup(az, ['--credential', 'keep', '--language', language])
      expect([language, code]).toEqual([language, 1])
      expect(text).not.toContain(done)
      for (const name of proofVariables) expect(text).toContain(name)
    }
    const made = await changes()
    const again = await setup(az, ['--credential', 'keep'])
    expect([again.code, await changes(), again.text]).toEqual([1, made, expect.not.stringContaining('in order')])
    expect((await setup()).code).toBe(0)
    expect((await setup(az, ['--credential', 'keep'])).text).toContain('in order')
  })

  it('with two credentials is not reported as done', async () => {
    expect((await setup()).code).toBe(0)
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}SEALWATCH_API_FEDERATED_TOKEN_FILE=/var/token\n`)
    const { code, text } = await setup(az, ['--credential', 'keep'])
    expect([code, text]).toEqual([1, expect.stringContaining('only one credential')])
  })

  it('is left alone by a dry run', async () => {
    const before = await changes()
    const { code, text } = await setup(az, ['--dry-run', '--credential', 'keep'])
    expect([code, existsSync(file()), await changes()]).toEqual([1, false, before])
    expect(text).toContain('names no credential')
  })
})

it.each<[args: readonly string[], wrong: RegExp]>([
  [['--environment', ''], /^--environment : not the name of a file/],
  [['--environment', 'folder/'], /^--environment folder\/: not the name of a file/],
  [['--months', '25'], /^--months 25: not a number from 1 to 24/],
  [['--credential', 'password'], /^--credential password: not one of secret, /],
  [['--cloud', 'mars'], /^--cloud mars: not one of public, /],
  [['--language', 'fr'], /^--language fr: not one of en, ja/],
  [['--address', 'http://dashboard.example.com'], /^--address http:\/\/dashboard\.example\.com: not https/],
  [['--what'], /--what/],
])('a wrong argument is named: %j', async (args, wrong) => {
  const { code, text } = await setup(az, args)
  expect([code, text]).toEqual([2, expect.stringMatching(wrong)])
})
