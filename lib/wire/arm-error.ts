import { fieldOf, listOf, objectOf, textOf } from './read'

/** Codes are words of Azure's programs; anything else that stands there is not passed on. */
const code = /^[A-Za-z0-9.]{1,64}$/

/**
 * `error.code` and the codes of `error.details`, in that order: a refusal of Resource Graph names its reason only there.
 * Empty for a body that is no error of ARM.
 * Source: https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md#handling-errors
 */
export function readArmErrorCodes(json: unknown): readonly string[] {
  const error = objectOf(fieldOf(objectOf(json), 'error'))
  const details = listOf(fieldOf(error, 'details'), objectOf) ?? []
  return [error, ...details].flatMap((each) => {
    const text = textOf(fieldOf(each, 'code'))
    return text !== undefined && code.test(text) ? [text] : []
  })
}
