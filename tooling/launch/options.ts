import { parseArgs } from 'node:util'
import type { Ports } from './environment'

const port = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  throw new Error(`not a port: ${text}`)
}

/** What `--help` of a command with ports prints. `command` as it is typed. */
export const portUsage = (command: string, { product, http, https }: Ports): string => `Usage: ${command} [options]

  --product-port N  the dashboard (default ${product})
  --http-port N     the fake Azure for the browser (default ${http})
  --https-port N    the fake Azure for servers (default ${https})
  --help            this text
`

/** Parses `--product-port`, `--http-port` and `--https-port`; anything else is refused. Null for `--help`. */
export function portOptions(fallback: Ports, args: readonly string[] = process.argv.slice(2)): Ports | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'product-port': { type: 'string' },
      'http-port': { type: 'string' },
      'https-port': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  return {
    product: port(values['product-port'], fallback.product),
    http: port(values['http-port'], fallback.http),
    https: port(values['https-port'], fallback.https),
  }
}

export const demoPorts: Ports = { product: 3000, http: 4010, https: 4011 }

/** `SEALWATCH_TEST_PORT` changes all three, for a second run in parallel. */
const firstTestPort = port(process.env['SEALWATCH_TEST_PORT'], 3110)
export const testPorts: Ports = { product: firstTestPort, http: firstTestPort + 1000, https: firstTestPort + 1001 }
/** `SEALWATCH_BENCH_PORT` does the same for the benchmark. */
const firstBenchPort = port(process.env['SEALWATCH_BENCH_PORT'], 3120)
export const benchPorts: Ports = { product: firstBenchPort, http: firstBenchPort + 1, https: firstBenchPort + 2 }

/** The value of an option as a number. @throws Error that names the option, if it is not a whole number from 1 on */
export function wholeOf(text: string, name: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1 on: ${text}`)
  return number
}
