import 'server-only'
import type { ArmSession } from '@/lib/azure/session'

/** A moment of this machine's clock (epoch milliseconds) as ISO time by Azure's, as far as its answers have told it. */
export function azureTime({ azureClock }: Pick<ArmSession, 'azureClock'>, here: number): string {
  return new Date(azureClock.of(here)).toISOString()
}
