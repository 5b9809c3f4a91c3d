'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useApi, type Api } from '@/components/providers/use-api'
import type { ViewChange } from '@/lib/contract/saved-view-change'
import type { WriteOutcome } from '@/lib/views/notes'
import { jsonRequest } from './call-api'
import { sendChange } from './send-change'
import { useOwner } from './use-owner'

const path = '/api/v1/views'

export type ViewOrder =
  | { readonly kind: 'save'; readonly id: string; readonly change: ViewChange }
  | { readonly kind: 'remove'; readonly id: string; readonly version: string }
  | { readonly kind: 'default'; readonly id: string | null }

function send(api: Api, order: ViewOrder): Promise<WriteOutcome> {
  if (order.kind === 'default') return sendChange(api, path, jsonRequest('PUT', { defaultView: order.id }))
  const one = `${path}/${order.id}`
  return order.kind === 'save'
    ? sendChange(api, one, jsonRequest('PUT', order.change))
    : sendChange(api, `${one}?version=${encodeURIComponent(order.version)}`, { method: 'DELETE' })
}

/** Changes saved views. The list is read again before the promise settles; it never rejects. */
export function useViewWriter(): (order: ViewOrder) => Promise<WriteOutcome> {
  const api = useApi()
  const client = useQueryClient()
  const [tenant, account] = useOwner()
  return async (order) => {
    const outcome = await send(api, order)
    await client.invalidateQueries({ queryKey: ['views', tenant, account] })
    return outcome
  }
}
