import { methodNotAllowed } from '@/lib/http/endpoint'
import { fleetEndpoint } from '@/lib/http/fleet-endpoint'

export const dynamic = 'force-dynamic'

export const GET = fleetEndpoint
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
