import { spawn, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { endingSignals, signalExitCodes } from '@/lib/shared/ending-signals'
import { top } from './paths'

export interface Started {
  readonly name: string
  readonly process: ChildProcess
  /** Resolves with the exit code. */
  readonly ended: Promise<number>
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Buffers the output and shows it only if the program fails. */
  readonly quiet?: boolean
  /** Runs with low priority. */
  readonly background?: boolean
  /** The folder that it runs in; the top of the project if absent. */
  readonly cwd?: string
}

/** Some systems allow no change of priority: then the program runs with normal priority. */
function giveWay(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  } catch {
    // The program has already ended, or its priority cannot be changed.
  }
}

const running = new Set<ChildProcess>()

/** Ends every process started here; safe to call twice. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGTERM')
}

for (const signal of endingSignals) {
  process.on(signal, () => {
    stopAll()
    process.exitCode = signalExitCodes[signal]
    // Children get a short time to end; then the launcher does not wait for them.
    setTimeout(() => process.exit(), 3000).unref()
  })
}
process.on('exit', stopAll)

/** Starts a program, at the top of the project unless another folder is named. */
export function start(name: string, command: string, args: readonly string[], options: StartOptions = {}): Started {
  const output = options.quiet === true ? 'pipe' : 'inherit'
  const child = spawn(command, [...args], {
    cwd: options.cwd ?? top,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, output],
  })
  running.add(child)
  if (options.background === true) giveWay(child)
  let kept = ''
  const keep = (chunk: Buffer) => {
    kept = (kept + chunk.toString()).slice(-20_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = new Promise<number>((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${name}: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (code) => {
      running.delete(child)
      const result = code ?? 1
      if (result !== 0 && !child.killed && kept !== '') process.stderr.write(`${kept}\n`)
      resolve(result)
    })
  })
  return { name, process: child, ended }
}

/** Runs a program to its end and returns its exit code. */
export function run(
  name: string,
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<number> {
  return start(name, command, args, options).ended
}

/** Runs a program and returns its standard output. Throws if it fails. */
export async function outputOf(
  name: string,
  command: string,
  args: readonly string[],
  options: Pick<StartOptions, 'env'> = {},
): Promise<string> {
  const started = start(name, command, args, { ...options, quiet: true })
  const parts: Buffer[] = []
  started.process.stdout?.on('data', (part: Buffer) => parts.push(part))
  const code = await started.ended
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
  return Buffer.concat(parts).toString('utf8')
}

/** Waits until an address answers with any status; false after `seconds`, or if `program` ends first. */
export async function answers(address: string, seconds: number, program: Started): Promise<boolean> {
  const state = { ended: false }
  void program.ended.then(() => {
    state.ended = true
  })
  const until = Date.now() + seconds * 1000
  while (Date.now() < until && !state.ended) {
    try {
      await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
  return false
}
