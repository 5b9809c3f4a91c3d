import 'server-only'
import { adminConfig } from './admin-config'
import { serverConfig } from './config'
import { historyConfig } from './history-config'
import { logConfig } from './log-config'
import { checkOutgoingProxy } from './outgoing-proxy'
import { ConfigurationError, type ConfigProblem } from './problems'
import { proxyConfig } from './proxy-config'
import { snapshotConfig } from './snapshot-config'
import { stopConfig } from './stop-config'
import { telemetryConfig } from './telemetry-config'
import { checkTlsIsOn } from './tls-check'
import { checkVariableNames } from './unknown-variables'
import { webhookConfig } from './webhook-config'

function problemsIn(read: () => unknown): readonly ConfigProblem[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}

/**
 * Ends the process where the environment is wrong: one message with every wrong variable, instead of a failure per
 * request.
 */
export function checkAtStart(): void {
  const problems = [
    ...problemsIn(checkTlsIsOn),
    ...problemsIn(checkVariableNames),
    ...problemsIn(serverConfig),
    ...problemsIn(historyConfig),
    ...problemsIn(webhookConfig),
    ...problemsIn(snapshotConfig),
    ...problemsIn(proxyConfig),
    ...problemsIn(checkOutgoingProxy),
    ...problemsIn(logConfig),
    ...problemsIn(adminConfig),
    ...problemsIn(telemetryConfig),
    ...problemsIn(stopConfig),
  ]
  if (problems.length === 0) return
  process.stderr.write(`${new ConfigurationError(problems).message}\n`)
  process.exit(2)
}
