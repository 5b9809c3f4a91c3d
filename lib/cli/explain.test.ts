import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { secretUrl, vmBody } from '@/lib/facts/testing/vm-body'
import { listLimit } from '@/lib/facts/paste/recognise'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { messages } from '@/lib/i18n/messages'
import { samples } from '@/lib/messages/testing/samples'
import { parseArguments } from './explain-arguments'
import { inputLimit, type Bytes } from './explain-input'
import { runExplain } from './explain-program'

const body = JSON.stringify(vmBody())
const stopped = JSON.stringify(vmBody({ power: 'deallocated' }))

interface Run {
  readonly exit: number
  readonly out: string
  readonly complaints: string
}

async function* chunks(bytes: Uint8Array, size: number): Bytes & AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size))
}

async function run(args: readonly string[], input: string | Uint8Array = '', size = 1_000): Promise<Run> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  let out = ''
  let complaints = ''
  const exit = await runExplain(args, {
    open: () => chunks(bytes, size),
    print: (text) => Promise.resolve(void (out += text)),
    complain: (text) => Promise.resolve(void (complaints += text)),
  })
  return { exit, out, complaints }
}

const lines = (out: string): { state?: string; error?: { code: string; message: string } }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('explain', () => {
  it('prints one object', async () => {
    const { exit, out } = await run(['-'], body)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ schema: 1, vm: { name: 'web' }, state: 'not-encrypted', diagnosis: [] })
  })

  it('prints an error as an object', async () => {
    for (const [text, code] of [
      ['', 'empty'],
      ['{', 'json-invalid'],
      ['{}', 'not-a-vm'],
    ] as const) {
      const { exit, out } = await run(['file'], text)
      expect(exit).toBe(1)
      expect(JSON.parse(out)).toEqual({ error: { code, message: expect.stringMatching(/./) } })
    }
  })

  it('judges each VM of a list in its order, and lists the places without a VM', async () => {
    const named = (name: string, encrypted: boolean): object => ({
      ...vmBody(
        encrypted
          ? { osDisk: { stamp: 'encrypted', settings: true }, extension: { report: { os: 'Encrypted' } } }
          : { instanceView: false },
      ),
      name,
    })
    const list = [named('first', true), { hello: 'world' }, named('third', false)]
    for (const text of [list, { value: list }].map((each) => JSON.stringify(each))) {
      const { exit, out } = await run(['-'], text)
      const { vms, ...rest } = JSON.parse(out)
      expect([exit, rest]).toEqual([1, { schema: 1, unreadable: [2], leftOut: 0, hasMore: false }])
      expect(vms.map((each: never) => [each['position'], each['vm']['name'], each['state']])).toEqual([
        [1, 'first', 'encrypted'],
        [3, 'third', 'unknown'],
      ])
      const alone = JSON.parse((await run(['-'], JSON.stringify(list[0]))).out)
      expect(vms[0]).toEqual({ position: 1, ...alone })
    }
    const { exit, out } = await run(['-'], `${body}\n${stopped}\n`)
    expect([exit, JSON.parse(out).vms.length]).toEqual([0, 2])
  })

  it.each(['en', 'ja'] as const)(
    'states in words which VM is which, and how many were left out (%s)',
    async (language) => {
      const list = Array.from({ length: listLimit + 7 }, (_, at) => ({ ...vmBody(), name: `web-${at + 1}` }))
      const text = JSON.stringify({ value: list, nextLink: 'https://management.azure.com/next' })
      const { exit, out } = await run(['--text', '--language', language, '-'], text)
      const { several } = messages[language].explain
      const state = messages[language].states.state['not-encrypted']
      expect(exit).toBe(1)
      expect(out.match(/^\d+\. .*$/gm)).toEqual(
        list.slice(0, listLimit).map(({ name }, at) => `${at + 1}. ${name}: ${state}`),
      )
      expect(out).toContain(
        several.leftOut.replace('{count, number}', '7').replace('{limit, number}', String(listLimit)),
      )
      expect(out).toContain(several.hasMore)
    },
  )

  it.each(['en', 'ja'] as const)('says for people that a text was cut (%s)', async (language) => {
    const text = `OS disk encryption started\n${'\n'.repeat(20_000)}OS disk encryption started`
    const { out } = await run(['--text', '--language', language, '-'], text)
    expect(out).toContain(messages[language].troubleshoot.inside.cut)
  })

  it('stops reading a text that is too large', async () => {
    let read = 0
    async function* endless(): Bytes & AsyncGenerator<Uint8Array> {
      for (;;) {
        read += 1
        yield Promise.resolve(new Uint8Array(1024 * 1024).fill(0x20))
      }
    }
    let out = ''
    const exit = await runExplain(['-'], {
      open: endless,
      print: (text) => Promise.resolve(void (out += text)),
      complain: () => Promise.resolve(),
    })
    expect([exit, JSON.parse(out).error.code]).toEqual([1, 'too-large'])
    expect(read).toBeLessThanOrEqual(inputLimit / 1024 / 1024 + 1)
  })

  it('reads what Windows PowerShell writes into a file', async () => {
    const text = 'OsVolumeEncrypted : Encrypted\r\nDataVolumesEncrypted : NoDiskFound\r\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const size of [1, 3, 1_000]) {
      const { exit, out } = await run(['-'], utf16, size)
      expect([exit, JSON.parse(out).state]).toEqual([0, 'encrypted-unverified'])
    }
  })

  it('keeps a message from manipulating the terminal', async () => {
    const message = 'a\u009b31m\u001b[31m\u007f'
    const { out } = await run(['-'], JSON.stringify(vmBody({ extension: { status: { message } } })))
    expect(JSON.parse(out).progress.message).toBe(message)
    const codes = Array.from(out.replaceAll('\n', ''), (character) => character.charCodeAt(0))
    expect(codes.filter((code) => code < 0x20 || (code >= 0x7f && code <= 0x9f))).toEqual([])
  })

  it.each([
    JSON.stringify(vmBody({ extension: { version: '0.1', status: { message: secretUrl } } })),
    JSON.stringify({ osDisk: 'Encrypted', dataDisk: 'Unknown', osType: 'Linux', progressMessage: secretUrl }),
    `OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : Encrypted\nProgressMessage : ${secretUrl}\n`,
  ])('never prints the whole address of a secret: %s', async (text) => {
    const { out } = await run(['-'], text)
    const { pass, progress } = JSON.parse(out)
    expect([pass, progress.messageKind]).toEqual(['dual', 'dual-secret-url'])
    expect(progress.message).toMatch(/\/secrets\/8d6e1c5c\/…$/)
    expect(out).not.toContain(secretUrl.split('/').at(-1))
  })
})

describe('explain --text', () => {
  it.each(['en', 'ja'] as const)('warns of what a step erases (%s)', async (language) => {
    const remedies = await loadRemedies(language)
    const { out } = await run(['--text', '--language', language, '-'], samples['linux-data-failed-xfs'])
    const [, after] = out.split(`- ${remedies.steps['enable-format-all'].title}\n`)
    expect(after?.trimStart().startsWith(`! ${remedies.risks['erases-data-disks'].warning}`)).toBe(true)
  })

  it.each(['en', 'ja'] as const)('says that later lines were not understood (%s)', async (language) => {
    const known = `2026-03-09T08:00:00.0000000Z\t[Error]:\t${samples['win-send-data-failed']}`
    const later = '2026-03-09T09:00:00.0000000Z\t[Info]:\tThe lotus pond was encrypted.'
    const { unknownAfter } = messages[language].explain
    const outputs = [`${known}\n${later}`, `${later}\n${known}`].map((text) =>
      run(['--text', '--language', language, '-'], text),
    )
    expect((await Promise.all(outputs)).map(({ out }) => out.includes(unknownAfter))).toEqual([true, false])
  })
})

describe('explain --lines', () => {
  it('answers each line in order and continues after an error', async () => {
    const { exit, out } = await run(['--lines', '-'], `${body}\nnot json\n\n${stopped}\r\n{"a":\n[]\n${body}`, 7)
    expect(exit).toBe(1)
    expect(lines(out).map((line) => line.error?.code ?? line.state)).toEqual([
      'not-encrypted',
      'not-a-vm',
      'empty',
      'not-encrypted',
      'json-invalid',
      'not-a-vm',
      'not-encrypted',
    ])
    expect(lines(out)[1]?.error?.message).not.toBe('')
  })

  it('succeeds where every line was read; empty lines at the end do not count', async () => {
    const { exit, out } = await run(['--lines', '-'], `${body}\n${stopped}\n\n`)
    expect(exit).toBe(0)
    expect(lines(out)).toHaveLength(2)
    expect(await run(['-', '--lines'], '')).toEqual({ exit: 0, out: '', complaints: '' })
  })

  it('refuses a line that is too long and continues', async () => {
    const { exit, out } = await run(['--lines', '-'], `${' '.repeat(inputLimit + 1)}x\n${body}\n`, 1_000_000)
    expect(exit).toBe(1)
    expect(lines(out).map((line) => line.error?.code ?? line.state)).toEqual(['too-large', 'not-encrypted'])
  })

  it('judges every line independently', async () => {
    const { out } = await run(['--lines', '-'], `\uFEFF${body}\n${JSON.stringify(vmBody({ instanceView: false }))}\n`)
    expect(lines(out).map((line) => line.state)).toEqual(['not-encrypted', 'unknown'])
  })
})

describe('explain --report', () => {
  const message = `Nobody knows this on web (10.1.2.3): ${secretUrl}`
  const failing = { code: 'ProvisioningState/failed/19', level: 'Error', displayStatus: 'Provisioning failed', message }

  it('prints a report that can be published', async () => {
    const { exit, out } = await run(['--report', '-'], JSON.stringify(vmBody({ extension: { status: failing } })))
    expect(exit).toBe(0)
    expect(out).toContain('- Recognised as: ` unrecognised `')
    expect(out).toContain('- Status code: ` ProvisioningState/failed/19 `')
    expect(out).toContain('\nNobody knows this on <name> (<ip-address>): <vault-url>\n')
    expect(out).toContain('- Extension: ` Microsoft.Azure.Security.AzureDiskEncryptionForLinux `')
  })

  it('also redacts the names of the guest', async () => {
    const body = JSON.stringify(vmBody({ extension: { status: { ...failing, message: 'who is pluto?' } } }))
    const named = body.replace('"instanceView":{', '"instanceView":{"computerName":"PLUTO",')
    expect(named).not.toBe(body)
    expect((await run(['--report', '-'], named)).out).toContain('\nwho is <name>?\n')
  })

  it('reports the output of a tool', async () => {
    const text = 'OsVolumeEncrypted : NotEncrypted\nDataVolumesEncrypted : NotEncrypted\nProgressMessage : new words\n'
    const { exit, out } = await run(['--report', '-'], text)
    expect([exit, out.includes('\nnew words\n')]).toEqual([0, true])
  })

  it.each([
    ['{', 'json-invalid'],
    [`[${body},${body}]`, 'several-vms'],
  ])('answers with an error where the text is not one VM: %s', async (text, code) => {
    const { exit, out } = await run(['--report', '-'], text)
    expect([exit, JSON.parse(out).error.code]).toEqual([1, code])
  })
})

describe('arguments', () => {
  it.each([
    [['a.json'], { kind: 'run', arguments: { file: 'a.json', lines: false, report: false } }],
    [['--lines', '-'], { kind: 'run', arguments: { file: '-', lines: true, report: false } }],
    [['--', '--lines'], { kind: 'run', arguments: { file: '--lines', lines: false, report: false } }],
    [['--lines', '--', 'a'], { kind: 'run', arguments: { file: 'a', lines: true, report: false } }],
    [['--report', 'a'], { kind: 'run', arguments: { file: 'a', lines: false, report: true } }],
    [['--report', '--lines', 'a'], { kind: 'usage' }],
    [['--help'], { kind: 'help' }],
    [[], { kind: 'usage' }],
    [['--lines'], { kind: 'usage' }],
    [['a', 'b'], { kind: 'usage' }],
    [['--line', 'a'], { kind: 'usage' }],
  ])('%j', (args, expected) => {
    expect(parseArguments(args)).toEqual(expected)
  })

  it('prints help on standard output and usage on standard error', async () => {
    expect(await run(['--help'])).toMatchObject({ exit: 0, complaints: '', out: expect.stringContaining('--lines') })
    expect(await run([])).toMatchObject({ exit: 2, out: '', complaints: expect.stringContaining('Usage') })
  })
})

describe('the program itself', () => {
  const program = fileURLToPath(new URL('./explain.ts', import.meta.url))
  const top = fileURLToPath(new URL('../..', import.meta.url))
  const start = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
      cwd: top,
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })

  it('reads standard input to the end and sets its exit code', () => {
    const { status, stdout, stderr } = start(['--lines', '-'], `${body}\n`.repeat(2_000) + 'x\n')
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout.trimEnd().split('\n')).toHaveLength(2_001)
  })

  it('says that a file cannot be read', () => {
    const { status, stdout } = start(['no-such-file.json'], '')
    expect([status, JSON.parse(stdout).error.code]).toEqual([1, 'file-unreadable'])
    expect(start([], '').status).toBe(2)
  })
})
