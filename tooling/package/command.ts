import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { guardOutput } from '@/lib/cli/output.mjs'
import { programVersion } from '@/lib/config/version'
import type { LocalProgram } from '@/lib/local/program'
import { followParent } from '../launch/follow-parent.mjs'

interface Command {
  readonly does: string
  readonly run: (args: readonly string[]) => Promise<unknown>
}

/** Programs of the project read the command line of their process. */
function withArguments(load: () => Promise<unknown>, before: readonly string[] = []): Command['run'] {
  return (args) => {
    process.argv = [...process.argv.slice(0, 2), ...before, ...args]
    return load()
  }
}

function programOf(args: readonly string[]): LocalProgram {
  return {
    args,
    folder: dirname(dirname(fileURLToPath(import.meta.url))),
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  }
}

/** Keeps the exit code; null while a server runs. */
async function ended(running: Promise<number | null>): Promise<void> {
  const code = await running
  if (code !== null) process.exitCode = code
}

const local: Command['run'] = async (args) => ended((await import('@/lib/local/program')).runLocal(programOf(args)))

const commands: Readonly<Record<string, Command>> = {
  local: { does: 'shows your own Azure, with your own rights, on this machine (the default)', run: local },
  demo: {
    does: 'shows a fake Azure with about 140 VMs; no subscription is needed',
    run: async (args) => (await import('./demo')).demo(args),
  },
  explain: {
    does: 'prints the verdict of a VM from its JSON, and explains messages and logs: explain FILE',
    run: withArguments(() => import('@/lib/cli/explain')),
  },
  bundle: {
    does: 'takes your fleet into one file: bundle -o FILE',
    run: withArguments(() => import('@/lib/local/bundle/main')),
  },
  open: {
    does: 'shows such a file: open FILE',
    run: async (args) => ended((await import('@/lib/local/bundle/open')).runOpen(programOf(args))),
  },
  compare: {
    does: 'says what changed between two such files: compare BEFORE AFTER',
    run: withArguments(() => import('@/lib/local/bundle/compare-main')),
  },
  'check-azure': {
    does: "compares Azure's answers with what Sealwatch expects, with your azure-cli sign-in",
    run: withArguments(() => import('@/lib/cli/doctor'), ['--azure']),
  },
  doctor: {
    does: 'checks a server of Sealwatch from outside: doctor ADDRESS',
    run: withArguments(() => import('@/lib/cli/doctor')),
  },
  simulator: {
    does: 'starts the fake Azure alone',
    run: withArguments(() => import('@/e2e/simulator/main')),
  },
}

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}\n`)
  return `Usage: sealwatch [COMMAND] [options]

Tells the truth about Azure Disk Encryption across a fleet of virtual machines. It reads Azure and changes nothing.

${lines.join('')}
sealwatch COMMAND --help lists the options of a command, sealwatch --version prints ${programVersion}.
`
}

/** The command of the package. Without a name it shows the person's own Azure. */
async function main(): Promise<void> {
  globalThis.sealwatchIsPackage = true
  // npx is a program of npm too.
  followParent()
  guardOutput()
  const [first = 'local', ...rest] = process.argv.slice(2)
  if (first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(usage())
    return
  }
  if (first === '--version') {
    process.stdout.write(`${programVersion}\n`)
    return
  }
  if (first.startsWith('-')) {
    await local([first, ...rest])
    return
  }
  const command = Object.hasOwn(commands, first) ? commands[first] : undefined
  if (command === undefined) {
    process.stderr.write(`${first}: is no command of Sealwatch\n\n${usage()}`)
    process.exitCode = 2
    return
  }
  await command.run(rest)
}

await main()
