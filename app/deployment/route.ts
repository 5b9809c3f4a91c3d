import { methodNotAllowed } from '@/lib/http/endpoint'
import { deployment } from '@/lib/http/deployment-endpoint'

export const dynamic = 'force-dynamic'

export const GET = deployment
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
