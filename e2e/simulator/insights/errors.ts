import type { SimResponse } from '../model/http'

/** A refusal by Microsoft.Insights: code and message at the top, without the `error` around them that ARM has. */
export function insightsError(code: string, message: string): SimResponse {
  return { status: 400, json: { code, message } }
}
