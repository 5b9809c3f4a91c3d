import { methodNotAllowed } from '@/lib/http/endpoint'
import { fleetHistoryEndpoint } from '@/lib/http/fleet-history-endpoint'

export const dynamic = 'force-dynamic'

export const GET = fleetHistoryEndpoint
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
