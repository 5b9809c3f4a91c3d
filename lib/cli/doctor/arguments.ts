import { parseArgs } from 'node:util'
import { languages, type Language } from '@/lib/i18n/languages'
import { typed } from '../command-line'

export interface DoctorArguments {
  readonly address: URL
  readonly httpAddress: string | null
  readonly environmentFile: string | null
  readonly registrations: boolean
  readonly json: boolean
  readonly language: Language
  readonly timeoutMs: number
  /** PEM file with certificates to trust beside the usual ones. */
  readonly caFile: string | null
}

export interface AzureArguments {
  readonly json: boolean
  readonly language: Language
  /** Only this subscription is read; null for all readable ones. */
  readonly subscription: string | null
  readonly reportFile: string | null
  readonly recordFile: string | null
}

export type ParsedDoctor =
  | { readonly kind: 'run'; readonly arguments: DoctorArguments }
  | { readonly kind: 'azure'; readonly arguments: AzureArguments }
  | { readonly kind: 'help' }
  /** `wrong` says what of the command line is not understood, for the person who typed it. */
  | { readonly kind: 'usage'; readonly wrong: string }

export const doctorUsage = `Usage: ${typed('doctor')} [options] ADDRESS

       ${typed('doctor')} --azure [--subscription ID] [--report FILE] [--record FILE] [--json] [--language en|ja]

Checks a deployment from outside and says what is wrong: connection and TLS, the server, its database and clock, the
directory, the registrations, ARM. It changes nothing and signs no user in.

ADDRESS              where users open the dashboard, such as https://dashboard.example.com
--environment FILE   also reads the deployment's environment and tries its secret, certificate or token
--registrations      also reads the app registrations with azure-cli, in your own sign-in (az login)
--http-address URL   where users arrive without TLS, if not on port 80
--ca FILE            trusts the certificates in this PEM file as well
--language en|ja     language of the words (default en)
--json               prints one JSON object: codes and evidence
--timeout SECONDS    how long to wait for each answer (default 10)
--help               shows this

--azure              needs no ADDRESS: makes each call of the product once, in your own sign-in (az login), and compares
                     the answers with what the product expects. Reads only
--subscription ID    asks about this subscription only
--report FILE        writes the comparison as JSON: names of fields and kinds, no name, id or address; for an issue
--record FILE        writes what was sent and answered, without names, ids and addresses: read it before you pass it on

Exit code: 0 nothing found, 1 something is wrong, 2 wrong arguments. What could not be checked is said, and is no error.
`

function languageOf(text: string): Language | undefined {
  return languages.find((language) => language === text)
}

const usage = (wrong: string): ParsedDoctor => ({ kind: 'usage', wrong })

const isSubscription = (text: string | null): boolean =>
  text === null || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

interface AzureValues {
  readonly json: boolean
  readonly subscription?: string | undefined
  readonly report?: string | undefined
  readonly record?: string | undefined
}

function azureArguments(values: AzureValues, language: Language): ParsedDoctor {
  const { json, subscription = null, report, record } = values
  if (!isSubscription(subscription))
    return usage(`--subscription ${subscription}: not the id (a GUID) of a subscription`)
  return {
    kind: 'azure',
    arguments: { json, language, subscription, reportFile: report ?? null, recordFile: record ?? null },
  }
}

interface AddressValues {
  readonly json: boolean
  readonly registrations: boolean
  readonly timeout: string
  readonly environment?: string | undefined
  readonly 'http-address'?: string | undefined
  readonly ca?: string | undefined
}

function addressArguments(values: AddressValues, positionals: readonly string[], language: Language): ParsedDoctor {
  const [text, second] = positionals
  const seconds = Number(values.timeout)
  if (text === undefined) return usage('ADDRESS is missing; to compare Azure itself, use --azure')
  if (second !== undefined) return usage(`${second}: only one ADDRESS is taken`)
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text))
    return usage(`${text}: not an address with http:// or https://`)
  if (!(seconds > 0 && seconds <= 120)) return usage(`--timeout ${values.timeout}: not a number of seconds up to 120`)
  return {
    kind: 'run',
    arguments: {
      address: new URL(text),
      httpAddress: values['http-address'] ?? null,
      environmentFile: values.environment ?? null,
      registrations: values.registrations,
      json: values.json,
      language,
      timeoutMs: seconds * 1000,
      caFile: values.ca ?? null,
    },
  }
}

/** Reads the command line. Every unknown argument is a usage error, never ignored. */
export function parseDoctor(args: readonly string[]): ParsedDoctor {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        environment: { type: 'string' },
        registrations: { type: 'boolean', default: false },
        'http-address': { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
        timeout: { type: 'string', default: '10' },
        ca: { type: 'string' },
        azure: { type: 'boolean', default: false },
        subscription: { type: 'string' },
        report: { type: 'string' },
        record: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    const language = languageOf(values.language)
    if (language === undefined) return usage(`--language ${values.language}: not one of ${languages.join(', ')}`)
    const azureOnly = (['subscription', 'report', 'record'] as const).find((name) => values[name] !== undefined)
    if (values.azure && positionals[0] !== undefined) return usage(`${positionals[0]}: --azure takes no ADDRESS`)
    if (values.azure) return azureArguments(values, language)
    if (azureOnly !== undefined) return usage(`--${azureOnly} goes with --azure only`)
    return addressArguments(values, positionals, language)
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}
