import type { WantedVolumes } from './types'
import type { VmFacts } from '@/lib/facts/types'

const wantedByWord: Readonly<Record<string, WantedVolumes>> = { os: 'os', data: 'data', all: 'all' }

/** The volumes of the last request; all where it names none. Numbers and unknown words count as all. */
export function wantedVolumesOf({ adeExtensions }: VmFacts): WantedVolumes {
  const word = String(adeExtensions[0]?.resource?.volumeType ?? 'all').toLowerCase()
  return (Object.hasOwn(wantedByWord, word) ? wantedByWord[word] : undefined) ?? 'all'
}
