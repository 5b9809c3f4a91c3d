import { readFileSync, existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { azFrom } from './az'
import { runAz, type Machine } from './run-az'
import { restArguments } from './directory'

const graph = 'https://graph.microsoft.com'
const script = 'C:\\Program Files\\Microsoft SDKs\\Azure\\CLI2\\wbin\\az.cmd'

/** A machine that starts nothing and records what it would have started. */
function recorded(platform: NodeJS.Platform, there: readonly string[] = [script]) {
  const started: { file: string; args: readonly string[]; verbatim: boolean; body: string | null; bodyFile: string }[] =
    []
  const machine: Machine = {
    platform,
    environment: {
      NODE_ENV: 'test',
      Path: '.;C:\\Windows;C:\\Program Files\\Microsoft SDKs\\Azure\\CLI2\\wbin',
      ComSpec: 'C:\\cmd.exe',
    },
    exists: (path) => there.includes(path),
    start: (file, args, { windowsVerbatimArguments }) => {
      const bodyFile = /"@([^"]+)"/.exec(args.join(' '))?.[1] ?? ''
      const body = bodyFile === '' ? null : readFileSync(bodyFile, 'utf8')
      started.push({ file, args, verbatim: windowsVerbatimArguments === true, body, bodyFile })
      return Promise.resolve({ code: 0, stdout: '{}', stderr: '' })
    },
  }
  return { az: azFrom(runAz(machine)), started }
}

describe('azure-cli on Windows', () => {
  it('is started by the command interpreter, each argument in quotation marks', async () => {
    const { az, started } = recorded('win32')
    expect(await az(['account', 'show'])).toEqual({ ok: true, value: {} })
    expect(started).toMatchObject([{ file: 'C:\\cmd.exe', verbatim: true }])
    expect(started[0]?.args).toEqual([
      ...['/d', '/s', '/v:off', '/c'],
      `""${script}" "account" "show" "--output" "json""`,
    ])
  })

  it('receives every query and every change, a body through a file that is deleted afterwards', async () => {
    const { az, started } = recorded('win32')
    const path = `/applications`
    const filter = "displayName eq 'It''s (ours)'"
    expect((await az(restArguments(graph, { method: 'GET', path, filter, body: null }))).ok).toBe(true)
    expect(started[0]?.args.at(-1)).toContain(`"--url-parameters" "$filter=${filter}"`)
    const body = { displayName: 'a" & calc.exe & "%PATH%!x!^', list: ['|', '<>'] }
    expect((await az(restArguments(graph, { method: 'POST', path, body }))).ok).toBe(true)
    expect(started[1]?.body).toBe(JSON.stringify(body))
    expect(started[1]?.args.at(-1)).not.toContain('calc')
    expect(existsSync(started[1]?.bodyFile ?? '')).toBe(false)
  })

  it.each(['&calc', '|more', '<in', '>out', '^x', '%PATH%', '!x!', 'a"b', 'a\nb', 'a\rb', 'a\u0000b'])(
    'is not started with an argument that the interpreter would evaluate: %j',
    async (argument) => {
      const { az, started } = recorded('win32')
      expect(await az(['rest', '--url', `https://graph.test/${argument}`])).toMatchObject({
        ok: false,
        failure: { code: 'az-unsafe' },
      })
      expect(started).toEqual([])
    },
  )

  it('receives a backslash at the end of an argument', async () => {
    const { az, started } = recorded('win32')
    await az(['x', 'C:\\a\\'])
    expect(started[0]?.args.at(-1)).toContain('"C:\\a\\\\" "--output"')
  })

  it('is missing where the path lacks it, for any contents of the working directory', async () => {
    const { az, started } = recorded('win32', ['az.cmd', '.\\az.cmd'])
    expect(await az(['account', 'show'])).toMatchObject({ ok: false, failure: { code: 'az-missing' } })
    expect(started).toEqual([])
  })
})

it('is started without a shell elsewhere, with its arguments unchanged', async () => {
  const { az, started } = recorded('linux')
  await az(['rest', '--body', '{"a":"&"}'])
  expect(started).toMatchObject([
    { file: 'az', args: ['rest', '--body', '{"a":"&"}', '--output', 'json'], verbatim: false },
  ])
})

describe('an error of azure-cli', () => {
  it.each<[string, string, number | null]>([
    ['ERROR: Not Found({"error":{"code":"Request_ResourceNotFound"}})', 'az-failed', 404],
    ['ERROR: Bad Request({"error":{"code":"NoBackingApplicationObject"}})', 'az-failed', 400],
    ['WARNING: x\nERROR: Conflict({"error":{}})', 'az-failed', 409],
    ['ERROR: Forbidden({"error":{"code":"Authorization_RequestDenied"}})', 'az-denied', 403],
    ["ERROR: Please run 'az login' to setup account.", 'az-signed-out', null],
    ['ERROR: something (else)', 'az-failed', null],
  ])('%s is %s with the status %s', async (stderr, code, status) => {
    const az = azFrom(() => Promise.resolve({ code: 1, stdout: '', stderr }))
    expect(await az([])).toMatchObject({ ok: false, failure: { code, status } })
  })
})
