import { describe, expect, it } from 'vitest'
import { refusedEarly } from './early-refusal'

describe('refusedEarly', () => {
  it.each(['/api/v1/vms/%zz/a/b', '/%', '/vm/%E0%A4%A/a/b', '/api/%c3%28'])('answers %s with a code', async (path) => {
    const refusal = refusedEarly(path)
    expect(refusal?.status).toBe(400)
    expect(await refusal?.json()).toMatchObject({ code: 'request-invalid', parameter: 'path' })
  })

  it.each(['/', '/api/v1/vms/s/%E6%9D%B1%E4%BA%AC/vm', '/vm/a/b%20c/d'])('does not refuse %s', (path) => {
    expect(refusedEarly(path)).toBeNull()
  })
})
