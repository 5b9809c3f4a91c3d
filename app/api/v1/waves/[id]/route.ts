import { allowOnly } from '@/lib/http/endpoint'
import { waveDelete, wavePut } from '@/lib/http/notes-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('PUT, DELETE')

export const PUT = wavePut
export const DELETE = waveDelete
export const GET = notAllowed
export const HEAD = notAllowed
export const POST = notAllowed
export const PATCH = notAllowed
export const OPTIONS = notAllowed
