import { parseArgs } from 'node:util'

export interface World {
  readonly vms: number
  readonly subscriptions: number
  /** Share of VMs with ADE, 0 to 1. */
  readonly ade: number
  readonly latencyMs: number
  /** Size of every throttling bucket relative to Azure's. */
  readonly scale: number
}

export interface Command {
  /** `all`: the standard set, into docs/performance.md. */
  readonly name: 'all' | 'fleet' | 'refresh' | 'table'
  readonly world: World
  readonly json: boolean
  /** Comparisons with other tools that are omitted. */
  readonly skip: readonly string[]
  /** `refresh`: VMs changed between the two loads. */
  readonly changed: number
}

export const benchUsage = `Usage: npm run bench                          the standard set, written to docs/performance.md
       npm run -s bench -- fleet [options]    one fleet: product, naive loop, floor, azure-cli
       npm run -s bench -- refresh [options]  a second load after some VMs have changed
       npm run -s bench -- table [options]    the table in a browser, beside AG Grid; written to docs/performance-browser.md
       npm run -s bench -- store              a million observations: timelines and fleet charts
       npm run -s bench -- collect            four collectors and two servers on one PostgreSQL, 2,000 VMs in motion
       npm run -s bench -- soak [options]     many users at once: --minutes 30 --users 50 --servers 2 --vms 2000
       npm run -s bench -- kills              twenty kills of server and collector on each database: --kills N

  --vms N  --subscriptions S  --ade P (percent, or a share below 1)  --latency MS  --scale X (of Azure's buckets)
  --changed N (refresh)  --skip naive,az  --json
`

function number(name: string, text: string, least: number): number {
  const value = Number(text)
  if (text !== '' && Number.isFinite(value) && value >= least) return value
  throw new Error(`--${name} ${text}: not a number from ${least}\n\n${benchUsage}`)
}

/** `5` and `5%` are five percent, `0.05` is the same share. */
function share(text: string): number {
  const value = number('ade', text.replace(/%$/, ''), 0)
  return value >= 1 || text.endsWith('%') ? Math.min(1, value / 100) : value
}

const names = ['fleet', 'refresh', 'table'] as const

function commandName(given: string | undefined): Command['name'] {
  const name = names.find((each) => each === given)
  if (given !== undefined && name === undefined) throw new Error(`no such measurement: ${given}\n\n${benchUsage}`)
  return name ?? 'all'
}

/** Default sizes. */
const usual = { vms: '10000', subscriptions: '10' }
const sizes: Readonly<Record<Command['name'], typeof usual>> = {
  all: usual,
  fleet: usual,
  refresh: usual,
  table: { vms: '100000', subscriptions: '100' },
}

const options = {
  vms: { type: 'string' },
  subscriptions: { type: 'string' },
  ade: { type: 'string', default: '5' },
  latency: { type: 'string', default: '60' },
  scale: { type: 'string', default: '1' },
  changed: { type: 'string', default: '20' },
  skip: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
} as const

/** Parses the command line; an error names the problem and shows the usage. Options alone mean `fleet`. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  const name = commandName(positionals[0] ?? (args.length > 0 ? 'fleet' : undefined))
  return {
    name,
    world: {
      vms: number('vms', values.vms ?? sizes[name].vms, 0),
      subscriptions: number('subscriptions', values.subscriptions ?? sizes[name].subscriptions, 1),
      ade: share(values.ade),
      latencyMs: number('latency', values.latency, 0),
      scale: number('scale', values.scale, 0.01),
    },
    json: values.json,
    skip: values.skip.split(','),
    changed: number('changed', values.changed, 0),
  }
}
