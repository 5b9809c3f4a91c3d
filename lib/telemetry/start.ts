import 'server-only'
import { telemetryConfig } from '@/lib/config/telemetry-config'
import { misspeltTelemetry } from '@/lib/config/unknown-variables'
import { log } from './log'

/**
 * Starts telemetry where the environment enables it. Otherwise its library is not even loaded.
 * @throws ConfigurationError where the port of the metrics cannot be listened on
 */
export async function startTelemetry(): Promise<void> {
  const config = telemetryConfig()
  for (const found of misspeltTelemetry()) log('warn', { event: 'variable-ignored', ...found })
  if (config.traces === null && config.metrics === null && config.prometheus === null) return
  const { openTelemetry } = await import('./open-telemetry')
  globalThis.sealwatchTelemetry = await openTelemetry(config)
}

/** Sends what is buffered, for at most this long, and stops measuring. */
export async function endTelemetry(milliseconds: number): Promise<void> {
  const running = globalThis.sealwatchTelemetry
  globalThis.sealwatchTelemetry = undefined
  if (running === undefined) return
  const late = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())
  await Promise.race([running.end(), late])
}
