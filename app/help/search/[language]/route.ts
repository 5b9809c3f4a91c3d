import { notFound } from 'next/navigation'
import { languages } from '@/lib/i18n/languages'
import { buildIndex } from '@/lib/search/build-index'

// A file of the page, made when the product is built: it holds the words of Help and nothing of anybody.
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams(): { language: string }[] {
  return languages.map((language) => ({ language }))
}

export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly language: string }> },
): Promise<Response> {
  const asked = (await params).language
  const language = languages.find((each) => each === asked)
  if (language === undefined) notFound()
  return new Response(await buildIndex(language), { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
