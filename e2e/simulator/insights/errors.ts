import type { SimResponse } from '../model/http'

/** A refusal by Microsoft.Insights: code and message at the top level, without ARM's `error` object. */
export function insightsError(code: string, message: string): SimResponse {
  return { status: 400, json: { code, message } }
}
