import * as z from 'zod/mini'
import { unknownReasons } from '@/lib/shared/known'

/** A value that was read, or the reason why it was not. */
export function knownSchema<Value extends z.core.$ZodType>(value: Value) {
  return z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value }),
    z.object({ known: z.literal(false), why: z.enum(unknownReasons) }),
  ])
}
