import { matchStatusMessage } from '@/lib/messages/match'
import type { AdeExtension } from '@/lib/facts/types'
import type { Pass, Progress } from './types'

const silence: Progress = { message: null, messageKind: null, phase: null, percent: null }

/**
 * What the extension's first status says, recognised by the catalogue. The text stays as Azure gave it: in dual pass it
 * is the secret's URL (`dual-secret-url`), so whatever leaves the program goes through `shortenSecretUrls`.
 */
export function progressOf(extension: AdeExtension | undefined, osType: string | null, pass: Pass): Progress {
  const status = extension?.view?.statuses[0]
  if (status === undefined || status.message === null) return silence
  // Both systems put the secret's address here in dual pass; the catalogue knows it from Linux.
  const isAddress = status.message.startsWith('https://')
  const { kind, phase, percent } = matchStatusMessage({ ...status, osType: isAddress ? null : osType, pass })
  return { message: status.message, messageKind: kind, phase, percent }
}
