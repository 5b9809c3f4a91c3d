import { allowOnly } from '@/lib/http/endpoint'
import { fleetEndpoint, fleetStopEndpoint } from '@/lib/http/fleet-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('GET, DELETE')

export const GET = fleetEndpoint
export const DELETE = fleetStopEndpoint
export const HEAD = notAllowed
export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const OPTIONS = notAllowed
