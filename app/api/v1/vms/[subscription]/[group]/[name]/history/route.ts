import { methodNotAllowed } from '@/lib/http/endpoint'
import { vmHistoryEndpoint } from '@/lib/http/vm-history-endpoint'

export const dynamic = 'force-dynamic'

export const GET = vmHistoryEndpoint
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
