import { armError } from '../arm/errors'
import type { ArmContext, SimResponse } from '../model/http'
import { parseQuery } from './language/parse-query'
import { planQuery } from './language/plan-query'
import { CannotCompute, QueryRefusal } from './language/refusal'
import { accessDenied, invalidQuery, noValidSubscriptions, notComputable } from './refusals'
import { pageOf } from './kept-rows'
import { readRequest } from './request'
import { isReadable } from './rows'
import { catalogOf } from './tables'

/** Two refusals were observed if the caller may read nothing; a world chooses one. */
function nothingReadable({ world, now }: ArmContext, wanted: readonly string[] | null): SimResponse {
  if (world.spec.graph?.denied === 'access-denied') return accessDenied(now)
  return noValidSubscriptions(now, wanted ?? world.subscriptions.map(({ id }) => id))
}

async function query(context: ArmContext): Promise<SimResponse> {
  const request = readRequest(context)
  if ('status' in request) return request
  const wanted = request.subscriptions?.map((id) => id.toLowerCase()) ?? null
  // A subscription that the caller may not read is omitted silently.
  const readable = context.world.subscriptions
    .map(({ id }) => id)
    .filter((id) => (wanted === null || wanted.includes(id.toLowerCase())) && isReadable(context, id))
    // Rows are then in the order of their ids, which most queries request.
    .sort()
  if (readable.length === 0) return nothingReadable(context, request.subscriptions)
  try {
    const plan = planQuery(parseQuery(request.query, context.now), catalogOf(context, readable))
    return await pageOf(context, plan, request, readable)
  } catch (error) {
    if (error instanceof QueryRefusal) return invalidQuery(context.now, error, request.query)
    throw error
  }
}

/** `POST /providers/Microsoft.ResourceGraph/resources`. */
export async function queryResources(context: ArmContext): Promise<SimResponse> {
  try {
    return await query(context)
  } catch (error) {
    if (error instanceof CannotCompute) return notComputable(error)
    throw error
  }
}

/** Any other method: Azure supports none (inferred; the code was not observed). */
export function onlyPost(): SimResponse {
  return armError(405, 'MethodNotAllowed', 'The request method is not supported for this resource.')
}
