import { allowOnly } from '@/lib/http/endpoint'
import { policyReportsPost } from '@/lib/http/policy-reports-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('POST')
export const POST = policyReportsPost
export const GET = notAllowed
export const HEAD = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
export const OPTIONS = notAllowed
