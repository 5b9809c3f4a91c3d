/** Languages of the product. The first is the one used where nothing fits. */
export const languages = ['en', 'ja'] as const
export type Language = (typeof languages)[number]

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' }

/** Cookie that holds the language a person chose. */
export const languageCookie = 'sealwatch-language'

function parseLanguage(text: string): Language | null {
  const primary = text.trim().toLowerCase().split('-', 1)[0]
  return languages.find((language) => language === primary) ?? null
}

function quality(parameters: readonly string[]): number {
  const weight = parameters
    .map((parameter) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(parameter)?.[1])
    .find(Boolean)
  return weight === undefined ? 1 : Number(weight)
}

/**
 * Which language to answer in: the chosen one, else the most wanted of `Accept-Language` that we have, else English.
 * @param chosen Value of the language cookie, if any.
 * @param acceptLanguage The request's `Accept-Language` header, if any (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4).
 */
export function chooseLanguage(chosen: string | null, acceptLanguage: string | null): Language {
  const picked = chosen === null ? null : parseLanguage(chosen)
  if (picked !== null) return picked
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map((entry) => {
      const [name = '', ...parameters] = entry.split(';')
      return { language: parseLanguage(name), weight: quality(parameters) }
    })
    .filter((entry) => entry.language !== null && entry.weight > 0)
    .sort((left, right) => right.weight - left.weight)
  return wanted[0]?.language ?? languages[0]
}
