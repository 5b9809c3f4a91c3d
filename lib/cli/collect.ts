import { logConfig } from '@/lib/config/log-config'
import { checkOutgoingProxy } from '@/lib/config/outgoing-proxy'
import { ConfigurationError } from '@/lib/config/problems'
import { collectorConfig } from '@/lib/config/collector-config'
import { reportConfig } from '@/lib/config/report-config'
import { stopConfig } from '@/lib/config/stop-config'
import { checkTlsIsOn } from '@/lib/config/tls-check'
import { checkVariableNames } from '@/lib/config/unknown-variables'
import { webhookConfig } from '@/lib/config/webhook-config'
import { endingSignals } from '@/lib/shared/ending-signals'
import { installUncaughtHandlers } from '@/lib/telemetry/uncaught-handlers'
import { log } from '@/lib/telemetry/log'
import { endTelemetry, startTelemetry } from '@/lib/telemetry/start'
import type { CollectorEvent } from '@/lib/usecases/collect/collector'
import { noteConfiguration } from '@/lib/usecases/audit-log/record-configuration'
import { runCollector, serviceReader } from '@/lib/usecases/collect/start'
import { closeHistory } from '@/lib/usecases/history/handle'
import { guardOutput } from './output.mjs'
import { reporterOf } from './reports/reporter'

const usage = `Usage: npm run -s collect [-- --once]

Reads the fleet while no user is signed in, with a service identity that has Reader: VMs that encrypt or
decrypt every SEALWATCH_POLL_MOVING_SECONDS, others when Resource Graph shows a change and every SEALWATCH_POLL_QUIET_SECONDS.
With PostgreSQL (DATABASE_URL) any number of collectors share the work; with SQLite run one. Prints JSON lines.

SEALWATCH_REPORTS_DIR names a folder, SEALWATCH_REPORTS_CONTAINER a container of Azure Blob Storage, for reports of the
whole fleet: CSV, XLSX, JSON Lines and a page to print.

--once    takes the inventory, reads and reports what is due, and ends
--help    shows this

Exit code: 0 ended as requested, 1 could not start or failed (the lines say why), 2 wrong arguments or environment.
`

// The log of a collector is no reason to stop reading; of `--once`, the exit code says that it is not whole.
guardOutput(process.argv.includes('--once') || process.argv.includes('--help') ? 'finish' : 'serve')
const stopper = new AbortController()
for (const signal of endingSignals) process.on(signal, stop)

/** Running work is finished or released; a collector that cannot do so is ended after the longest time for a shutdown. */
function stop(): void {
  if (stopper.signal.aborted) return
  stopper.abort()
  setTimeout(() => process.exit(1), stopConfig().longestMs).unref()
}

/** After an uncaught error it releases its leases and ends; the supervisor starts another process. */
const broken = new AbortController()
installUncaughtHandlers({
  bearable: { 'uncaught-exception': 0, 'unhandled-rejection': 0 },
  giveUp: () => {
    broken.abort()
    stop()
  },
})

/** A notice that a webhook did not take is a fault, also where it is posted again. */
const isFault = (event: CollectorEvent): boolean =>
  event.event === 'failed' ||
  event.event === 'clocks-differ' ||
  (event.event === 'notified' && (event.outcome === 'failed' || event.outcome === 'waiting'))

/** What the log does not have yet. */
function say(event: CollectorEvent): void {
  if (event.event !== 'unusable') log(isFault(event) ? 'warn' : 'info', { ...event })
}

const telemetryMilliseconds = 2000
const args = process.argv.slice(2)

async function run(): Promise<0 | 1 | 2> {
  if (args.includes('--help')) {
    process.stdout.write(usage)
    return 0
  }
  const wrong = args.find((arg) => arg !== '--once')
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}: is no argument of collect\n\n${usage}`)
    return 2
  }
  try {
    checkTlsIsOn()
    checkVariableNames()
    checkOutgoingProxy()
    stopConfig()
    logConfig()
    // Read again where it is used: a wrong file ends the start before anything is written.
    webhookConfig()
    const reports = reportConfig()
    const reader = collectorConfig().credential.clientId ?? 'managed identity'
    await startTelemetry()
    await noteConfiguration('collector')
    const done = await runCollector({
      reader: serviceReader(),
      once: args.includes('--once'),
      signal: stopper.signal,
      reporter: reports === null ? null : reporterOf(reports, reader),
      say,
    })
    return done ? 0 : 1
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  } finally {
    await closeHistory()
    await endTelemetry(telemetryMilliseconds)
  }
}

const code = await run()
process.exitCode = broken.signal.aborted ? 1 : code
// A connection to an Entra or a proxy that says nothing keeps the process no longer.
setTimeout(() => process.exit(), 1000).unref()
