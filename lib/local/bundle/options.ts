import 'server-only'
import { parseArgs } from 'node:util'
import { typed } from '@/lib/cli/command-line'
import { parseLocal, type LocalOptions } from '../options'
import { pageChoices, type AlsoPart, type PageChoice } from './take'

export interface BundleOptions {
  readonly file: string
  readonly subscriptions: readonly string[] | null
  readonly pages: PageChoice
  readonly also: readonly AlsoPart[]
  readonly redact: boolean
  /** Whether it continues what a run that was cut off has read. */
  readonly resume: boolean
  /** Where the sign-in comes from: as for the program that shows it. */
  readonly local: LocalOptions
}

export type ParsedBundle =
  | { readonly kind: 'run'; readonly options: BundleOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage'; readonly wrong: string }

export const bundleUsage = `Usage: ${typed('bundle')} -o FILE [options]

Takes your fleet into one file, with your own rights: what a load of the fleet and the pages of its VMs read. It reads and
changes nothing in Azure. Open the file with: ${typed('open')} FILE

-o, --output FILE    the file to write, such as fleet.ndjson.gz; an existing one is never replaced
--subscription ID    reads this subscription only; can be given several times
--pages WHICH        pages of VMs: ${pageChoices.join(', ')}; default: traced, those with a trace of Azure Disk Encryption
--timeline           reads the Timeline of these VMs too: Activity Log, changes, metrics
--troubleshoot       reads their Troubleshoot too: disks, key vaults, network, policies, rights
--resume             continues a run of the same file that was cut off; without one, begins from nothing
--redact             replaces names, ids and addresses by hashes; read the file before you pass it on
--credential, --tenant, --cloud, --no-browser, --language    as for ${typed('local')} --help
--help               shows this

Exit code: 0 all was read, 1 a part or everything could not be read (the file and the terminal say what), 2 wrong
arguments or a file that cannot be written.
`

const usage = (wrong: string): ParsedBundle => ({ kind: 'usage', wrong })
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The options that the sign-in takes, as its own command line. */
function signInArguments(values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>): string[] {
  const names = ['credential', 'tenant', 'cloud', 'language'] as const
  const given = names.flatMap((name) => (typeof values[name] === 'string' ? [`--${name}`, values[name]] : []))
  return [...given, ...(values['no-browser'] === true ? ['--no-browser'] : []), '--no-history']
}

/** Reads the command line. Every unknown argument is a usage error, never ignored. */
export function parseBundle(args: readonly string[]): ParsedBundle {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        output: { type: 'string', short: 'o' },
        subscription: { type: 'string', multiple: true },
        pages: { type: 'string', default: 'traced' },
        timeline: { type: 'boolean', default: false },
        troubleshoot: { type: 'boolean', default: false },
        redact: { type: 'boolean', default: false },
        resume: { type: 'boolean', default: false },
        credential: { type: 'string' },
        tenant: { type: 'string' },
        cloud: { type: 'string' },
        'no-browser': { type: 'boolean', default: false },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    if (values.output === undefined || values.output === '') return usage('-o FILE is missing')
    const pages = pageChoices.find((each) => each === values.pages)
    if (pages === undefined) return usage(`--pages ${values.pages}: not one of ${pageChoices.join(', ')}`)
    const wrong = values.subscription?.find((id) => !guid.test(id))
    if (wrong !== undefined) return usage(`--subscription ${wrong}: not the id (a GUID) of a subscription`)
    const local = parseLocal(signInArguments(values))
    if (local.kind !== 'run') return local
    const subscriptions = values.subscription?.map((id) => id.toLowerCase()) ?? null
    const also: AlsoPart[] = []
    if (values.timeline) also.push('timelines')
    if (values.troubleshoot) also.push('troubleshoot')
    if (pages === 'none' && also.length > 0) return usage('--timeline and --troubleshoot need --pages traced or all')
    const { output: file, redact, resume } = values
    return { kind: 'run', options: { file, subscriptions, pages, also, redact, resume, local: local.options } }
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}
