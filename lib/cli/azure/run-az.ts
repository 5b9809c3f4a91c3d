import { execFile, type ExecFileOptions } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'

/** The result of a command; `missing` without azure-cli, `unsafe` where an argument cannot be passed safely. */
export interface AzRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly missing?: boolean
  readonly unsafe?: boolean
}

/** How programs are started, and on which platform. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  readonly exists: (path: string) => boolean
  readonly start: (file: string, args: readonly string[], options: ExecFileOptions) => Promise<AzRun>
}

const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  exists: existsSync,
  start: (file, args, options) =>
    new Promise((resolve) => {
      execFile(file, [...args], { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : 1, stdout, stderr, missing: error?.code === 'ENOENT' })
      })
    }),
}

/** The first `az.cmd` on the path; a file of the working directory is ignored. */
function azOnPath({ environment, exists }: Machine): string | undefined {
  const path = Object.entries(environment).find(([name]) => name.toLowerCase() === 'path')?.[1] ?? ''
  const folders = path.split(';').filter((folder) => win32.isAbsolute(folder))
  return folders.map((folder) => win32.join(folder, 'az.cmd')).find(exists)
}

/**
 * Characters that the command interpreter evaluates, some of them even between quotation marks
 * (https://learn.microsoft.com/windows-server/administration/windows-commands/cmd#remarks); and line ends.
 */
// oxlint-disable-next-line no-control-regex -- the pattern searches for control characters
const interpreted = /["%!^&|<>\u0000-\u001f]/

/** An argument between quotation marks. Backslashes before the last mark would escape it. */
function quoted(argument: string): string {
  const text = argument.split('').toReversed()
  const end = text.findIndex((letter) => letter !== '\\')
  return `"${argument}${'\\'.repeat(end === -1 ? text.length : end)}"`
}

/**
 * Bodies are passed through a file: JSON contains characters that the command interpreter evaluates. Null without a
 * body.
 */
function bodyFile(args: readonly string[]): { readonly folder: string; readonly args: readonly string[] } | null {
  const at = args.indexOf('--body') + 1
  const body = args[at]
  if (at === 0 || body === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-az-'))
  const file = join(folder, 'body.json')
  writeFileSync(file, body, { mode: 0o600, flag: 'wx' })
  return { folder, args: args.with(at, `@${file}`) }
}

/**
 * On Windows azure-cli is a script of the command interpreter, which Node starts through a shell only (CVE-2024-27980,
 * https://nodejs.org/en/blog/vulnerability/april-2024-security-releases-2). Every argument is quoted; one with a
 * character that the interpreter evaluates is refused, never escaped.
 */
async function runScript(machine: Machine, args: readonly string[], options: ExecFileOptions): Promise<AzRun> {
  const script = azOnPath(machine)
  if (script === undefined) return { code: 1, stdout: '', stderr: '', missing: true }
  const body = bodyFile(args)
  try {
    const words = [script, ...(body?.args ?? args)]
    if (words.some((word) => interpreted.test(word))) return { code: 1, stdout: '', stderr: '', unsafe: true }
    // /s removes the outer marks and keeps the rest unchanged; /d runs nothing from the registry before it.
    const line = `"${words.map(quoted).join(' ')}"`
    const shell = machine.environment['ComSpec'] ?? 'cmd.exe'
    return await machine.start(shell, ['/d', '/s', '/v:off', '/c', line], {
      ...options,
      windowsVerbatimArguments: true,
    })
  } finally {
    if (body !== null) rmSync(body.folder, { recursive: true, force: true })
  }
}

/** Starts azure-cli as the platform requires, with its arguments and nothing else. */
export function runAz(machine: Machine = thisMachine): (args: readonly string[]) => Promise<AzRun> {
  const env: NodeJS.ProcessEnv = { ...machine.environment, AZURE_CORE_NO_COLOR: '1' }
  const options: ExecFileOptions = { maxBuffer: 16 * 1024 * 1024, env }
  return (args) =>
    machine.platform === 'win32' ? runScript(machine, args, options) : machine.start('az', args, options)
}
