import 'server-only'
import * as z from 'zod'
import { watchChangeSchema, watchRequestSchema } from '@/lib/contract/watches'
import { fail, ok, type Result } from '@/lib/shared/result'
import { loadNotices } from '@/lib/usecases/watches/load-notices'
import { changeWatch, follow, listWatches, unfollow } from '@/lib/usecases/watches/manage'
import { bodyOf } from './body'
import { endpoint, type Context } from './endpoint'
import { jsonResponse } from './responses'

const bodyLimit = 65_536

const answer = (value: unknown, { requestId }: Context) =>
  ok({ response: jsonResponse(value, requestId), streamed: false })

const watchPath = z.object({ id: z.guid() })

function parseWatch(parameters: unknown): Result<string, { readonly parameter: string }> {
  const path = watchPath.safeParse(parameters)
  return path.success ? ok(path.data.id.toLowerCase()) : fail({ parameter: 'id' })
}
const parseNothing = () => ok(null)

/** `GET /api/v1/watches`: what the caller watches. */
export const watchesGet = endpoint({
  name: 'watches',
  parse: parseNothing,
  run: async (context) => answer(await listWatches(context.caller), context),
})

/** `PUT /api/v1/watches`: watches a VM or a view, or changes how. */
export const watchesPut = endpoint({
  name: 'watches-put',
  parse: parseNothing,
  run: async (context) => {
    const request = await bodyOf(context, bodyLimit, watchRequestSchema)
    if (!request.ok) return request
    const done = await follow(context.caller, request.value, context.signal)
    return done.ok ? answer(done.value, context) : done
  },
})

function changing(name: string, parse: (parameters: unknown) => Result<string | null, { readonly parameter: string }>) {
  return endpoint({
    name,
    parse,
    run: async (context, id: string | null) => {
      const change = await bodyOf(context, bodyLimit, watchChangeSchema)
      if (!change.ok) return change
      const done = await changeWatch(context.caller, id, change.value)
      return done.ok ? answer(done.value, context) : done
    },
  })
}

/** `PATCH /api/v1/watches`: changes all watches of the caller at once. */
export const watchesPatch = changing('watches-change', parseNothing)

/** `PATCH /api/v1/watches/{id}`: changes one. */
export const watchPatch = changing('watch-change', parseWatch)

/** `DELETE /api/v1/watches/{id}`: ends one. */
export const watchDelete = endpoint({
  name: 'watch-end',
  parse: parseWatch,
  run: async (context, id) => answer(await unfollow(context.caller, id), context),
})

function parseAfter(_parameters: unknown, url: URL): Result<number, { readonly parameter: string }> {
  const after = url.searchParams.get('after') ?? '0'
  return /^\d{1,16}$/.test(after) ? ok(Number(after)) : fail({ parameter: 'after' })
}

/** `GET /api/v1/notices?after=…`: what happened to what the caller watches. */
export const noticesGet = endpoint({
  name: 'notices',
  parse: parseAfter,
  run: async (context, after) => answer(await loadNotices(context.caller, after, context.signal), context),
})
