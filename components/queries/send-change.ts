import { problemOf } from '@/components/providers/api-problem'
import type { Api } from '@/components/providers/use-api'
import { noteSavedSchema } from '@/lib/contract/notes'
import { unreadBy } from '@/lib/views/completeness'
import type { WriteOutcome } from '@/lib/views/notes'
import { callApi } from './call-api'

/** Sends a change of something that is stored with the notes. Never throws. */
export async function sendChange(api: Api, url: string, init: RequestInit): Promise<WriteOutcome> {
  try {
    const { failure, version, at } = await callApi(api, url, noteSavedSchema, init)
    if (failure !== null) return { kind: 'refused', cause: unreadBy(failure) }
    return version === null || at === null ? { kind: 'full' } : { kind: 'saved', version, at }
  } catch (error) {
    return { kind: 'refused', cause: problemOf(error) }
  }
}
