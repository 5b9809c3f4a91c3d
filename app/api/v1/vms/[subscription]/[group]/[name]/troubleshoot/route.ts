import { allowOnly } from '@/lib/http/endpoint'
import { troubleshootGet, troubleshootPost } from '@/lib/http/troubleshoot-endpoint'

export const dynamic = 'force-dynamic'

const methodNotAllowed = allowOnly('GET, POST')

export const GET = troubleshootGet
export const POST = troubleshootPost
export const HEAD = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
