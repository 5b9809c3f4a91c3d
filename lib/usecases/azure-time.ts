import 'server-only'
import type { ArmSession } from '@/lib/azure/session'

/**
 * Converts a time of this machine's clock (epoch milliseconds) to an ISO time of Azure's clock, as far as its responses
 * have shown it.
 */
export function azureTime({ azureClock }: Pick<ArmSession, 'azureClock'>, here: number): string {
  return new Date(azureClock.of(here)).toISOString()
}
