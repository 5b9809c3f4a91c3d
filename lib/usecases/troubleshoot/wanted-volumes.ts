import 'server-only'
import type { WantedVolumes } from '@/lib/diagnosis/readiness/types'
import type { VmFacts } from '@/lib/facts/types'

const wantedByWord: Readonly<Record<string, WantedVolumes>> = { os: 'os', data: 'data', all: 'all' }

/** What the last request asked for; everything where nothing was asked. Numbers and other words count as everything. */
export function wantedVolumesOf({ adeExtensions }: VmFacts): WantedVolumes {
  const word = String(adeExtensions[0]?.resource?.volumeType ?? 'all').toLowerCase()
  return (Object.hasOwn(wantedByWord, word) ? wantedByWord[word] : undefined) ?? 'all'
}
