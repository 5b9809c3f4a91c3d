import { ConfigurationError } from '@/lib/config/problems'
import type { Result } from '@/lib/shared/result'
import { checkVariableNames } from '@/lib/config/unknown-variables'
import { forTerminal } from '@/lib/shared/terminal-text'
import { endAccessOf, historyStatus, migrateHistory, pruneHistory } from '@/lib/usecases/history/maintain'

export interface StoreIo {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

const usage = `Usage: npm run -s store -- status | migrate | prune | end-access TENANT USER

status    which migrations the history's database has, and how large it is
migrate   brings the database's schema up to date; the server does the same when it starts
prune     deletes what is older than SEALWATCH_HISTORY_DAYS or beyond SEALWATCH_HISTORY_MAX_MB; the server does so too

end-access  ends the share links and watches of a user who has left; the ids of tenant and user are those of Entra. The
            audit log records it

The database is SQLite in SEALWATCH_DATA_DIR, or PostgreSQL by DATABASE_URL. Prints one JSON object.
Exit code: 0 done, 1 not possible (the object says why), 2 wrong arguments or environment.
`

const commands = { status: historyStatus, migrate: migrateHistory, prune: pruneHistory } as const

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The command with its arguments; null where they are wrong. */
function workOf([command = '', ...rest]: readonly string[]): (() => Promise<Result<unknown, unknown>>) | null {
  const [tenantId = '', personId = '', ...more] = rest
  if (command === 'end-access')
    return guid.test(tenantId) && guid.test(personId) && more.length === 0
      ? () => endAccessOf(tenantId, personId)
      : null
  return isCommand(command) && rest.length === 0 ? commands[command] : null
}

function isCommand(text: string): text is keyof typeof commands {
  return Object.hasOwn(commands, text)
}

/** Runs `store` and returns its exit code. */
export async function runStore(args: readonly string[], given: StoreIo): Promise<0 | 1 | 2> {
  const io = forTerminal(given)
  const [command = ''] = args
  const work = workOf(args)
  if (['--help', '-h'].includes(command)) {
    io.print(usage)
    return 0
  }
  if (work === null) {
    const wrong = args.length === 0 ? 'A command is missing' : `${args.join(' ')}: is no command of store`
    io.complain(`${wrong}\n\n${usage}`)
    return 2
  }
  try {
    checkVariableNames()
    const done = await work()
    const output = done.ok ? (command === 'migrate' ? { applied: done.value } : done.value) : { error: done.failure }
    io.print(`${JSON.stringify(output)}\n`)
    return done.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    io.complain(`${error.message}\n`)
    return 2
  }
}
