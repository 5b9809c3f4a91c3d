import { parseArgs } from 'node:util'
import { languages, type Language } from '@/lib/i18n/languages'

export type StoreCommand =
  | { readonly name: 'status' | 'migrate' | 'prune' }
  | { readonly name: 'end-access'; readonly tenantId: string; readonly personId: string }
  | { readonly name: 'copy'; readonly environmentFile: string; readonly switchOver: boolean }
  | { readonly name: 'backup'; readonly file: string }
  | { readonly name: 'restore'; readonly file: string; readonly replace: boolean }

export type ParsedStore =
  | { readonly kind: 'run'; readonly command: StoreCommand; readonly language: Language }
  | { readonly kind: 'help' }
  /** `wrong` names what of the command line is not understood. */
  | { readonly kind: 'usage'; readonly wrong: string }

export const storeUsage = `Usage: npm run -s store -- COMMAND [options]

status    which migrations the history's database has, and how large it is
migrate   brings the database's schema up to date; the server does the same when it starts
prune     deletes what is older than SEALWATCH_HISTORY_DAYS or beyond SEALWATCH_HISTORY_MAX_MB; the server does so too. Ages
          count from the newest reading of Azure (countedFrom), and what is too old only by this machine's clock is left

backup FILE
          writes everything into a new file, while servers and collectors run. It has history, audit log, names of VMs and
          hashes of share links: keep it as you keep the database
restore FILE [--replace]
          restores such a file into the database, of either kind. Stop all programs first. --replace deletes what is there

copy --to FILE [--switch]
          copies everything into another database, SQLite or PostgreSQL: FILE is an environment file with its DATABASE_URL
          or SEALWATCH_DATA_DIR. Servers and collectors may run meanwhile; the next run copies what has changed since, and
          continues one that was killed. No program can use the copy until --switch, the last run: stop all programs first

end-access TENANT USER
          ends the share links and watches of a user who has left; the ids of tenant and user are those of Entra. The audit
          log records it

--language en|ja  language of the words (default en)
--help            shows this

The database is SQLite in SEALWATCH_DATA_DIR, or PostgreSQL by DATABASE_URL. Prints one JSON object.
Exit code: 0 done, 1 not possible (the object and a sentence say why), 2 wrong arguments or environment.
`

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

interface Options {
  readonly to?: string | undefined
  readonly switch?: boolean | undefined
  readonly replace?: boolean | undefined
}

class Wrong extends Error {}

function wrong(what: string): never {
  throw new Wrong(what)
}

/** The positional arguments by name; every missing or further one is named. */
function take<const Names extends readonly string[]>(names: Names, given: readonly string[]): string[] {
  names.forEach((name, index) => given[index] ?? wrong(`${name} is missing`))
  const more = given[names.length]
  if (more !== undefined) wrong(`${more}: one argument too many`)
  return [...given]
}

function withoutOptions(command: string, options: Options): void {
  const [first] = Object.keys(options)
  if (first !== undefined) wrong(`--${first}: is no option of ${command}`)
}

const readers: Readonly<Record<StoreCommand['name'], (rest: readonly string[], options: Options) => StoreCommand>> = {
  status: (rest, options) => plain('status', rest, options),
  migrate: (rest, options) => plain('migrate', rest, options),
  prune: (rest, options) => plain('prune', rest, options),
  'end-access': (rest, options) => {
    const [tenantId = '', personId = ''] = take(['TENANT', 'USER'], rest)
    withoutOptions('end-access', options)
    const strange = [tenantId, personId].find((id) => !guid.test(id))
    return strange === undefined ? { name: 'end-access', tenantId, personId } : wrong(`${strange}: is no id (a GUID)`)
  },
  backup: (rest, options) => ({ name: 'backup', file: fileOf('backup', rest, options) }),
  restore: (rest, { replace = false, ...options }) => ({
    name: 'restore',
    file: fileOf('restore', rest, options),
    replace,
  }),
  copy: (rest, { to, switch: switchOver = false, ...options }) => {
    take([], rest)
    withoutOptions('copy', options)
    return { name: 'copy', environmentFile: to ?? wrong('--to FILE is missing'), switchOver }
  },
}

function fileOf(name: string, rest: readonly string[], options: Options): string {
  withoutOptions(name, options)
  const [file = ''] = take(['FILE'], rest)
  return file
}

function plain(name: 'status' | 'migrate' | 'prune', rest: readonly string[], options: Options): StoreCommand {
  take([], rest)
  withoutOptions(name, options)
  return { name }
}

function commandOf([name = '', ...rest]: readonly string[], options: Options): StoreCommand {
  if (name === '') wrong('A command is missing')
  return isCommand(name) ? readers[name](rest, options) : wrong(`${name}: is no command of store`)
}

function isCommand(text: string): text is StoreCommand['name'] {
  return Object.hasOwn(readers, text)
}

/** Reads the command line. Every unknown or missing argument is named, none is ignored. */
export function parseStore(args: readonly string[]): ParsedStore {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        switch: { type: 'boolean' },
        replace: { type: 'boolean' },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const { language: word, help, ...options } = values
    if (help) return { kind: 'help' }
    const language = languages.find((each) => each === word) ?? wrong(`--language ${word}: not one of en, ja`)
    return { kind: 'run', command: commandOf(positionals, options), language }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { kind: 'usage', wrong: error.message }
  }
}
