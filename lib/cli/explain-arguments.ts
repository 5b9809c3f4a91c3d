import { languages, type Language } from '@/lib/i18n/languages'
import { typed } from './command-line'

export interface ExplainArguments {
  /** Path of the file, or `-` for standard input. */
  readonly file: string
  readonly lines: boolean
  /** Prints a report on the message instead of the verdict. */
  readonly report: boolean
  /** Language of the text output; JSON is printed without it. */
  readonly text?: Language
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly arguments: ExplainArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage' }

export const usage = `Usage: ${typed('explain')} [--lines | --report | --text [--language en|ja]] FILE

Reads what Azure's tools, logs and consoles print of disk encryption, without sign-in and without network: one VM is
judged, and messages, errors and parts of answers are explained.

FILE      the ARM body of GET virtualMachines/{vm}?$expand=instanceView, the output of az vm show,
          az vm get-instance-view or az vm encryption show, the text of Get-AzVMDiskEncryptionStatus, a log of the
          extension, a serial console log, an error of a client, a message alone, lsblk, blkid, manage-bde;
          - reads standard input
--lines   FILE is JSON Lines: one VM a line, one answer a line, in order
--report  prints a report on the message in FILE for an issue tracker, as Markdown; addresses, ids, keys and names are
          taken out, but read it before you publish it
--text    prints words instead of JSON, in the language of --language (en or ja; en where it is left out)
--help    shows this

Exit code: 0 all read, 1 some text could not be read, 2 wrong arguments.
`

const known = new Set(['--lines', '--report', '--text', '--language'])

/** The value of `--language`, and the arguments without both. */
function languageOf(args: readonly string[]): { readonly rest: readonly string[]; readonly word: string | null } {
  const end = args.indexOf('--')
  const at = args.indexOf('--language')
  if (at === -1 || (end !== -1 && at > end)) return { rest: args, word: null }
  return { rest: args.filter((_, index) => index !== at && index !== at + 1), word: args[at + 1] ?? '' }
}

/** Reads the command line. Every unknown argument is a usage error, never ignored. */
export function parseArguments(all: readonly string[]): ParsedArguments {
  const { rest: args, word } = languageOf(all)
  const end = args.indexOf('--')
  const options = (end === -1 ? args : args.slice(0, end)).filter((arg) => arg.startsWith('-') && arg !== '-')
  const files = args.filter(
    (arg, index) => index !== end && ((end !== -1 && index > end) || arg === '-' || !arg.startsWith('-')),
  )
  if (options.includes('--help') || options.includes('-h')) return { kind: 'help' }
  const [file] = files
  const [lines, report, text] = ['--lines', '--report', '--text'].map((option) => options.includes(option))
  const language = word === null ? 'en' : languages.find((each) => each === word)
  const isStrange = options.some((option) => !known.has(option)) || language === undefined
  const forms = [lines, report, text].filter(Boolean).length
  if (file === undefined || files.length > 1 || isStrange || forms > 1 || (word !== null && text !== true))
    return { kind: 'usage' }
  const chosen = { file, lines: lines === true, report: report === true, ...(text === true && { text: language }) }
  return { kind: 'run', arguments: chosen }
}
