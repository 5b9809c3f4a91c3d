import type { Prerequisite, Step, Troubleshoot } from '@/lib/contract/troubleshoot'

/** The checks of Sealwatch that read what a step would show. A step without an entry asks for more than was read. */
const checksOf: Readonly<Partial<Record<Step['kind'], readonly Prerequisite['kind'][]>>> = {
  'show-power-state': ['vm-running'],
  'show-agent': ['agent-ready', 'agent-version'],
  'show-size': ['vm-size', 'memory'],
  'show-vault': ['vault-region', 'vault-subscription', 'vault-enabled', 'vault-soft-delete', 'vault-firewall'],
  'show-key': ['key-type', 'key-version'],
  'show-secret': ['secret-present'],
  'show-locks': ['locks'],
  'show-network-rules': ['network-platform', 'network-storage', 'network-entra-vault', 'custom-dns'],
  'show-snapshots': ['backup-before'],
}

const isKnown = ({ outcome }: Prerequisite): boolean => outcome === 'pass' || outcome === 'warn' || outcome === 'fail'
const isMissing = ({ outcome }: Prerequisite): boolean =>
  outcome === 'not-allowed' || outcome === 'unread' || outcome === 'not-visible'

export interface ReadAlready {
  /** Results of this reading that answer the step, or a part of it; empty for none. */
  readonly checks: readonly Prerequisite[]
  /** Whether nothing that the step would show is missing: then its command is optional. */
  readonly isWhole: boolean
}

/** What the reading already shows of a step's question. */
export function readAlready(step: Step['kind'], prerequisites: Troubleshoot['prerequisites']): ReadAlready {
  const kinds = checksOf[step] ?? []
  const own = prerequisites.filter(({ kind }) => kinds.includes(kind))
  const checks = own.filter(isKnown)
  return { checks, isWhole: checks.length > 0 && !own.some(isMissing) }
}
