import { methodNotAllowed } from '@/lib/http/endpoint'
import { vmEndpoint } from '@/lib/http/vm-endpoint'

export const dynamic = 'force-dynamic'

export const GET = vmEndpoint
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
