import { parseArgs } from 'node:util'
import { scenarioNames, type ScenarioName } from '../model/world'
import { demoTenantId } from '../names'

export interface SimulatorOptions {
  readonly httpPort: number
  readonly httpsPort: number
  readonly dataDir: string
  readonly seed: number
  readonly worlds: readonly ScenarioName[]
  readonly recordings: string | null
  readonly log: boolean
}

/** A token for the API of a running demo. */
export interface TokenWanted {
  readonly person: string
  readonly tenantId: string
  readonly httpPort: number
}

export type Command =
  | { readonly kind: 'token'; readonly wanted: TokenWanted }
  | { readonly kind: 'run' | 'prepare'; readonly options: SimulatorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

export const help = `Usage: simulator [options]

A fake Azure on this machine: sign-in pages for the browser, tokens and ARM for servers.

  --http-port N     sign-in pages, token endpoint for browsers, control API (default 4010)
  --https-port N    tokens, keys and ARM for servers and other clients (default 4011)
  --data-dir DIR    keeps the certificate and the signing key (default .sealwatch/simulator)
  --worlds A,B      tenants to make at start: ${scenarioNames.join(', ')} (default mixed,empty,denied)
  --seed N          seed of these tenants (default 1)
  --recordings DIR  recorded answers for the world "recorded"
  --replay FILE     serves what "doctor --azure --record" or "bundle" wrote, or a folder of recordings, as the only tenant
  --log             one line for every request on standard error
  --token PERSON    prints an access token for the API of the demo that runs on this machine, such as of "Aiko Tanaka",
                    and ends; --http-port names its control API
  --tenant ID       the person's tenant (default ${demoTenantId})
  --prepare         only make the certificate and the signing key, then end
  --help            this text

The certificate to trust is DIR/ca.pem: start Node with NODE_EXTRA_CA_CERTS set to it.
Port 0 lets the system choose. Both listeners answer on this machine only.
`

const isScenario = (name: string): name is ScenarioName => scenarioNames.some((known) => known === name)

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`--${name} ${text}: not a number from 0 to ${most}`)
  return value
}

function scenarios(text: string): ScenarioName[] {
  return text
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      if (!isScenario(name)) throw new Error(`--worlds ${name}: not one of ${scenarioNames.join(', ')}`)
      return name
    })
}

function read(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'http-port': { type: 'string', default: '4010' },
      'https-port': { type: 'string', default: '4011' },
      'data-dir': { type: 'string', default: '.sealwatch/simulator' },
      worlds: { type: 'string', default: 'mixed,empty,denied' },
      seed: { type: 'string', default: '1' },
      recordings: { type: 'string' },
      replay: { type: 'string' },
      log: { type: 'boolean', default: false },
      token: { type: 'string' },
      tenant: { type: 'string', default: demoTenantId },
      prepare: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return { kind: 'help' }
  const httpPort = wholeNumber('http-port', values['http-port'], 65_535)
  if (values.token !== undefined)
    return { kind: 'token', wanted: { person: values.token, tenantId: values.tenant, httpPort } }
  if (values['data-dir'] === '') throw new Error('--data-dir: needs a folder')
  const options: SimulatorOptions = {
    httpPort,
    httpsPort: wholeNumber('https-port', values['https-port'], 65_535),
    dataDir: values['data-dir'],
    worlds: values.replay === undefined ? scenarios(values.worlds) : ['recorded'],
    seed: wholeNumber('seed', values.seed, 2 ** 31),
    recordings: values.replay ?? values.recordings ?? null,
    log: values.log,
  }
  return { kind: values.prepare ? 'prepare' : 'run', options }
}

/** Parses the command line. An invalid one is returned as a message, never thrown. */
export function parseCommand(args: readonly string[]): Command {
  try {
    return read(args)
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) }
  }
}
