import { methodNotAllowed } from '@/lib/http/endpoint'
import { vmTimelineEndpoint } from '@/lib/http/vm-timeline-endpoint'

export const dynamic = 'force-dynamic'

export const GET = vmTimelineEndpoint
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
