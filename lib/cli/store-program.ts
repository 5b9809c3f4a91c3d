import { ConfigurationError } from '@/lib/config/problems'
import { forTerminal } from '@/lib/shared/terminal-text'
import { historyStatus, migrateHistory, pruneHistory } from '@/lib/usecases/history/maintain'

export interface StoreIo {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

const usage = `Usage: npm run -s store -- status | migrate | prune

status    which migrations the history's database has, and how large it is
migrate   brings the database's schema up to date; the server does the same when it starts
prune     deletes what is older than SEALWATCH_HISTORY_DAYS or beyond SEALWATCH_HISTORY_MAX_MB; the server does so too

The database is SQLite in SEALWATCH_DATA_DIR, or PostgreSQL by DATABASE_URL. Prints one JSON object.
Exit code: 0 done, 1 not possible (the object says why), 2 wrong arguments or environment.
`

const commands = { status: historyStatus, migrate: migrateHistory, prune: pruneHistory } as const

function isCommand(text: string): text is keyof typeof commands {
  return Object.hasOwn(commands, text)
}

/** Runs `store` and returns its exit code. */
export async function runStore(args: readonly string[], given: StoreIo): Promise<0 | 1 | 2> {
  const io = forTerminal(given)
  const [command = '', ...rest] = args
  if (['--help', '-h'].includes(command)) {
    io.print(usage)
    return 0
  }
  if (!isCommand(command) || rest.length > 0) {
    io.complain(usage)
    return 2
  }
  try {
    const done = await commands[command]()
    const output = done.ok ? (command === 'migrate' ? { applied: done.value } : done.value) : { error: done.failure }
    io.print(`${JSON.stringify(output)}\n`)
    return done.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    io.complain(`${error.message}\n`)
    return 2
  }
}
