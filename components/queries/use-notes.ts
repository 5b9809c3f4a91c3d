'use client'

import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useSession } from '@/components/providers/session-context'
import { useApi, type Api } from '@/components/providers/use-api'
import { mostNoted, noteListSchema, type NoteChange, type NoteList } from '@/lib/contract/notes'
import { afterOrder, expectedOf, type NoteOrder, type WriteOutcome } from '@/lib/views/notes'
import { callApi, jsonRequest } from './call-api'
import { sendChange } from './send-change'
import { useOwner } from './use-owner'

const path = '/api/v1/notes'

/** Waves and acknowledgements of VMs and disks that the user can read. */
export function useNotes(): UseQueryResult<NoteList> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['notes', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => callApi(api, path, noteListSchema, { signal }),
    staleTime: 60_000,
  })
}

function send(api: Api, order: NoteOrder): Promise<WriteOutcome> {
  const one = order.kind === 'note' ? path : `/api/v1/waves/${order.id}`
  return order.kind === 'end-wave'
    ? sendChange(api, `${one}?version=${encodeURIComponent(order.version)}`, { method: 'DELETE' })
    : sendChange(api, one, jsonRequest('PUT', order.change))
}

/** One change after the other: the second change of a note needs the version that the first one returns. */
const turns = new WeakMap<QueryClient, Promise<unknown>>()

function inTurn<T>(client: QueryClient, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(client) ?? Promise.resolve()).then(work)
  turns.set(
    client,
    turn.catch(() => undefined),
  )
  return turn
}

export interface NoteWriter {
  /** Sends a change. Never throws. */
  readonly write: (order: NoteOrder) => Promise<WriteOutcome>
  /**
   * Notes the same about any number of VMs, with the versions that the user saw, in several requests.
   * @returns the outcome of the first request that failed, or of the last one; and how many VMs are done
   */
  readonly noteAll: (
    note: NoteChange['note'],
    ids: readonly string[],
  ) => Promise<{ readonly outcome: WriteOutcome; readonly done: number }>
}

/** Changes notes. What is saved is shown at once; after a refusal the list is read again. */
export function useNoteWriter(): NoteWriter {
  const api = useApi()
  const client = useQueryClient()
  const [tenant, account] = useOwner()
  const { account: person } = useSession()
  const name = person?.name ?? null
  const write = useCallback(
    async (order: NoteOrder): Promise<WriteOutcome> => {
      const queryKey = ['notes', tenant, account]
      const outcome = await send(api, order)
      // An answer on its way is older than the change.
      await client.cancelQueries({ queryKey })
      const saved = outcome.kind === 'saved' ? { version: outcome.version, by: { id: '', name }, at: outcome.at } : null
      if (saved === null) await client.invalidateQueries({ queryKey })
      else
        client.setQueryData<NoteList>(queryKey, (list) => (list === undefined ? list : afterOrder(list, order, saved)))
      return outcome
    },
    [api, client, tenant, account, name],
  )
  const noteAll = useCallback(
    (note: NoteChange['note'], ids: readonly string[]) =>
      inTurn(client, async () => {
        let outcome: WriteOutcome = { kind: 'saved', version: '', at: '' }
        for (let done = 0; done < ids.length; done += mostNoted) {
          const list = client.getQueryData<NoteList>(['notes', tenant, account])
          const part = ids.slice(done, done + mostNoted)
          const vms = list === undefined ? [] : expectedOf(list, note.kind, part)
          outcome = await write({ kind: 'note', change: { note, vms } })
          if (outcome.kind !== 'saved') return { outcome, done }
        }
        return { outcome, done: ids.length }
      }),
    [client, tenant, account, write],
  )
  return { write: useCallback((order) => inTurn(client, () => write(order)), [client, write]), noteAll }
}
