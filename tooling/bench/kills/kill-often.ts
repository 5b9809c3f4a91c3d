import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { simulatorClient } from '@/e2e/simulator/control/client'
import { startPostgres } from '@/lib/store/testing/postgres'
import { ensureBuild } from '../../launch/build'
import { ports, startAzure } from '../collect-stage'
import { loadNow, publish } from '../history-page'
import { markdownTable, whole } from '../print'
import { killRounds, type Outcome } from './rounds'
import { makeWorld } from './world'

/** Kills on each database by default; only such a run publishes its figures. */
const usualKills = 20

const explanation = `The built server and the collector run as separate processes in parallel, a simulated user works with the server, and
both are killed with SIGKILL at random moments, then restarted. Azure's clock continues meanwhile, eight hours in all,
so that states change all the time. Acknowledged data is: an observation in an answer to \`GET …/history\` with
\`kept: true\`, the VMs that the collector counts in a line \`"event":"read"\`, a watch whose id \`PUT /watches\` returned,
and a notice that \`GET /notices\` showed. Afterwards the test searches the database for all of it, and checks the
received posts against "at least once": one notice per event of a VM, and repeated posts with the same id and body, at
most one for each receiver and killed collector.`

function table(outcomes: readonly Outcome[]): string {
  const row = (what: string, of: (outcome: Outcome) => number) => [what, ...outcomes.map((each) => whole(of(each)))]
  return markdownTable([
    ['', ...outcomes.map(({ name }) => name)],
    row('kills, half of them servers', ({ kills }) => kills),
    row('answers of servers before their kills', ({ answers }) => answers),
    row('lines of collectors before theirs', ({ lines }) => lines),
    row('observations acknowledged by servers', ({ byServer }) => byServer),
    row('observations acknowledged by collectors', ({ byCollector }) => byCollector),
    row('watches and notices acknowledged', ({ watches, notices }) => watches + notices),
    row('notices posted', ({ posts }) => posts),
    row('posted again with the same id', ({ repeated }) => repeated),
    row('**lost, or notified twice**', ({ wrong }) => wrong.length),
  ])
}

async function killOnBoth(kills: number): Promise<readonly Outcome[]> {
  if ((await ensureBuild({ quiet: true })) !== 0) throw new Error('The build failed.')
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-kills-'))
  const postgres = await startPostgres()
  try {
    await startAzure()
    const azure = simulatorClient(`http://localhost:${ports.http}`)
    const worlds = [await makeWorld(azure), await makeWorld(azure)] as const
    const sqlite = { kind: 'sqlite', file: join(folder, 'data', 'history.sqlite') } as const
    const other = { kind: 'postgres', url: await postgres.database() } as const
    return await Promise.all([
      killRounds({ name: 'SQLite', database: sqlite, port: ports.product, kills, folder }, worlds[0]),
      killRounds({ name: 'PostgreSQL', database: other, port: ports.product + 1, kills, folder }, worlds[1]),
    ])
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Kills server and collector during their writes, on both databases at once. `--kills N`: number on each, used by
 * `npm test`; without it twenty, and the figures are written to docs/performance-history.md.
 */
export async function killOften(args: readonly string[], say: (text: string) => void): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { kills: { type: 'string' } } })
  const kills = Number(values.kills ?? usualKills)
  if (!Number.isInteger(kills) || kills < 2 || kills % 2 !== 0) throw new Error(`--kills ${values.kills}: not even`)
  const load = loadNow()
  const outcomes = await killOnBoth(kills)
  const text = table(outcomes)
  for (const { name, seed, wrong } of outcomes) {
    if (wrong.length > 0) say(`${name}, seed ${seed}:\n${wrong.slice(0, 50).join('\n')}`)
  }
  const isWell = outcomes.every(
    ({ wrong, byServer, byCollector }) => wrong.length === 0 && byServer > 0 && byCollector > 0,
  )
  if (values.kills !== undefined) {
    say(text)
    return isWell
  }
  say(publish('kills', `${explanation}\n\n${text}`, load))
  return isWell
}
