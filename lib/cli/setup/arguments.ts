import { parseArgs } from 'node:util'
import { cloudNames, type CloudName } from '@/lib/config/clouds'
import { languages, type Language } from '@/lib/i18n/languages'

export const credentialKinds = ['secret', 'certificate', 'federated', 'managed-identity', 'keep'] as const
export type CredentialKind = (typeof credentialKinds)[number]

export interface SetupArguments {
  /** The future address of the dashboard; null prompts for it. */
  readonly address: string | null
  readonly name: string
  readonly environmentFile: string
  /** Null prompts for it. */
  readonly credential: CredentialKind | null
  readonly certificate: string | null
  readonly issuer: string | null
  readonly subject: string | null
  readonly tokenFile: string | null
  readonly identity: string | null
  readonly months: number
  readonly renew: boolean
  readonly cloud: CloudName | null
  readonly yes: boolean
  readonly dryRun: boolean
  readonly language: Language
}

export type ParsedSetup =
  | { readonly kind: 'run'; readonly arguments: SetupArguments }
  | { readonly kind: 'help' }
  /** `wrong` says what of the command line is not understood, for the person who typed it. */
  | { readonly kind: 'usage'; readonly wrong: string }

export const setupUsage = `Usage: npm run -s setup:azure -- [options]

Reads the app registrations of a deployment with azure-cli, in your own sign-in (az login), shows each command that would
fix them, runs those that you agree to, and writes the environment file. A second run changes nothing.
It changes Microsoft Entra ID only, nothing in Azure subscriptions. It needs the role Application Developer; consent for
all users needs an administrator.

--address URL          where users will open the dashboard, such as https://dashboard.example.com
--name NAME            name of the page; the API is called NAME API (default Sealwatch)
--environment FILE     the file to write, and from which known ids are taken (default sealwatch.env)
--credential KIND      secret, certificate, federated, managed-identity, or keep the present one
--certificate FILE     PEM with certificate and private key; only the certificate leaves this machine
--issuer, --subject    of a federated workload's tokens, and
--token-file FILE      their path on the server
--identity ID          client id of a user-assigned managed identity
--months N             life of a new secret, 1 to 24 (default 6)
--renew                makes a new secret although one exists
--cloud NAME           public, usgovernment or china: refuses to continue where azure-cli is set to another
--dry-run              shows every command and the file, and changes nothing
--yes                  agrees to everything; for scripts
--language en|ja       language of the words (default en)
--help                 shows this

The file is tried before the first change. A new secret that could not be written into it is removed again.

Exit code: 0 everything is correct, 1 something is left to do, 2 wrong arguments, or the file or azure-cli cannot be used.
`

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | null | undefined {
  return text === undefined ? null : all.find((each) => each === text)
}

const options = {
  address: { type: 'string' },
  name: { type: 'string', default: 'Sealwatch' },
  environment: { type: 'string', default: 'sealwatch.env' },
  credential: { type: 'string' },
  certificate: { type: 'string' },
  issuer: { type: 'string' },
  subject: { type: 'string' },
  'token-file': { type: 'string' },
  identity: { type: 'string' },
  months: { type: 'string', default: '6' },
  renew: { type: 'boolean', default: false },
  cloud: { type: 'string' },
  yes: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean', default: false },
} as const

/** The address as an origin: https, or http on localhost, as Entra accepts redirect addresses. */
export function dashboardOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, origin } = new URL(text)
  const local = protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname)
  return protocol === 'https:' || local ? origin : null
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

const usage = (wrong: string): ParsedSetup => ({ kind: 'usage', wrong })

/** Names the first invalid value in a sentence; null if all values are valid. */
function wrongValue(values: Values): string | null {
  const { address, name, environment, months } = values
  if (address !== undefined && dashboardOrigin(address) === null)
    return `--address ${address}: not https, or http on localhost`
  if (name === '') return '--name: empty'
  if (/^$|[\\/]$/.test(environment)) return `--environment ${environment}: not the name of a file`
  return /^(?:[1-9]|1\d|2[0-4])$/.test(months) ? null : `--months ${months}: not a number from 1 to 24`
}

function understood(values: Values): ParsedSetup {
  const credential = oneOf(credentialKinds, values.credential)
  const cloud = oneOf(cloudNames, values.cloud)
  const language = oneOf(languages, values.language)
  const notOneOf = (option: 'credential' | 'cloud' | 'language', all: readonly string[]): ParsedSetup =>
    usage(`--${option} ${values[option] ?? ''}: not one of ${all.join(', ')}`)
  if (credential === undefined) return notOneOf('credential', credentialKinds)
  if (cloud === undefined) return notOneOf('cloud', cloudNames)
  if (language === undefined || language === null) return notOneOf('language', languages)
  const wrong = wrongValue(values)
  if (wrong !== null) return usage(wrong)
  return {
    kind: 'run',
    arguments: {
      address: values.address === undefined ? null : dashboardOrigin(values.address),
      name: values.name,
      environmentFile: values.environment,
      credential,
      ...given(values),
      months: Number(values.months),
      cloud,
      language,
    },
  }
}

function given(values: Values) {
  return {
    certificate: values.certificate ?? null,
    issuer: values.issuer ?? null,
    subject: values.subject ?? null,
    tokenFile: values['token-file'] ?? null,
    identity: values.identity ?? null,
    renew: values.renew,
    yes: values.yes,
    dryRun: values['dry-run'],
  }
}

/** Reads the command line. Every unknown argument is a usage error, never ignored. */
export function parseSetup(args: readonly string[]): ParsedSetup {
  try {
    const { values } = parseArgs({ args: [...args], options })
    if (values.help) return { kind: 'help' }
    return understood(values)
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}
