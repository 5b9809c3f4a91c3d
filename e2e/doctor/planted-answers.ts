import { expect } from 'vitest'
import * as z from 'zod'

/** The body of an answer, whose fields a test changes. */
export type Fields = Record<string, unknown>
export const fields = z.record(z.string(), z.unknown())

/** Changes the last row of a page, which is a resource where the query counts VMs first. */
export const lastRow =
  (change: (last: Fields) => Fields) =>
  (body: Fields): Fields => {
    const rows = z.array(fields).min(2).parse(body['data'])
    const last = rows.length - 1
    expect(rows[last]?.['id']).not.toMatch(/^vms:/)
    return { ...body, data: rows.map((each, at) => (at === last ? change(each) : each)) }
  }

/** Changes the first row of a page. */
export const row =
  (change: (first: Fields) => Fields) =>
  (body: Fields): Fields => {
    const data = z.array(fields).parse(body['data'])
    return { ...body, data: data.map((each) => change(each)) }
  }
/** Removes a field. */
export const without = (name: string) => (body: Fields) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
/** A refusal with these codes. */
export const refusal = (status: number, code: string, detail: string) => () => ({
  status,
  body: { error: { code, message: 'x', details: [{ code: detail, message: 'y' }] } },
})
