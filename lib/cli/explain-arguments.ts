export interface ExplainArguments {
  /** Path of the file, or `-` for standard input. */
  readonly file: string
  readonly lines: boolean
  /** Prints a report on the message instead of the verdict. */
  readonly report: boolean
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly arguments: ExplainArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage' }

export const usage = `Usage: npm run -s explain -- [--lines | --report] FILE

Judges one VM's disk encryption from what Azure's tools print, without sign-in and without network.

FILE      the ARM body of GET virtualMachines/{vm}?$expand=instanceView, the output of az vm show,
          az vm get-instance-view or az vm encryption show, or the text of Get-AzVMDiskEncryptionStatus;
          - reads standard input
--lines   FILE is JSON Lines: one VM a line, one answer a line, in order
--report  prints a report on the message in FILE for an issue tracker, as Markdown; addresses, ids, keys and names are
          taken out, but read it before you publish it
--help    shows this

Exit code: 0 all read, 1 some text could not be read, 2 wrong arguments.
`

/** Reads the command line. Everything that is not understood is a usage error, never ignored. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const end = args.indexOf('--')
  const options = (end === -1 ? args : args.slice(0, end)).filter((arg) => arg.startsWith('-') && arg !== '-')
  const files = args.filter(
    (arg, index) => index !== end && ((end !== -1 && index > end) || arg === '-' || !arg.startsWith('-')),
  )
  if (options.includes('--help') || options.includes('-h')) return { kind: 'help' }
  const [file] = files
  const [lines, report] = [options.includes('--lines'), options.includes('--report')]
  const strange = options.some((option) => option !== '--lines' && option !== '--report')
  if (file === undefined || files.length > 1 || strange || (lines && report)) return { kind: 'usage' }
  return { kind: 'run', arguments: { file, lines, report } }
}
