import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { escaped, pathIn, type SitePage } from './frame'
import { comparison, siteTexts, type SiteTexts } from './texts'

/** Width and height of the pictures of docs/images, so that nothing moves while they load. */
export type PictureSizes = Readonly<Record<keyof SiteTexts['pictures'], readonly [width: number, height: number]>>

const card = (title: string, content: string): string =>
  `<section class="card flex flex-col gap-3 p-4"><h2 class="text-section font-semibold">${escaped(title)}</h2>${content}</section>`
const paragraph = (text: string): string => `<p class="prose-body">${escaped(text)}</p>`

function comparisonTable({ compared, comparedNote, feature, answer, row }: SiteTexts): string {
  const head = [feature, ...comparison.tools].map(
    (text) => `<th scope="col" class="px-3 text-left font-medium">${text}</th>`,
  )
  const lines = Object.entries(comparison.shown).map(([key, answers]) => {
    const cells = answers.map((each) => `<td class="px-3 py-1.5">${answer[each]}</td>`).join('')
    const name = Object.entries(row).find(([id]) => id === key)?.[1] ?? key
    return `<tr class="border-t border-line align-top"><th scope="row" class="px-3 py-1.5 text-left font-normal">${escaped(name)}</th>${cells}</tr>`
  })
  return card(
    compared,
    `<div class="overflow-x-auto" role="region" tabindex="0" aria-label="${escaped(compared)}"><table class="w-full"><thead><tr>${head.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>${paragraph(comparedNote)}`,
  )
}

function pictures(texts: SiteTexts, sizes: PictureSizes): string {
  return Object.entries(texts.pictures)
    .map(([file, text], index) => {
      const [width, height] = Object.entries(sizes).find(([name]) => name === file)?.[1] ?? [0, 0]
      return `<figure class="flex flex-col gap-2"><img class="rounded-card border border-line" src="/images/${file}" alt="" width="${width}" height="${height}"${index === 0 ? '' : ' loading="lazy"'}><figcaption class="text-meta text-text-2">${escaped(text)}</figcaption></figure>`
    })
    .join('')
}

/** The first page of the site: what the product is, how it decides, how it compares, and its limits. */
export function productPage(language: Language, sizes: PictureSizes): SitePage {
  const texts = siteTexts[language]
  const { product } = messages[language].frame
  const button = `<a class="inline-flex min-h-9 items-center self-start rounded-control bg-ink px-3 py-2 text-on-ink" href="${pathIn(language, '/demo/')}">${escaped(texts.links.demo)}</a>`
  const commands = texts.commands.map(
    ([command, does]) =>
      `<p class="prose-body"><code class="font-mono text-code">${command}</code> ${escaped(does)}</p>`,
  )
  const sections = texts.sections.map(([title, ...parts]) => card(title, parts.map(paragraph).join('')))
  const questions = texts.questions.map(
    ([question, answer]) =>
      `<div><dt class="font-medium">${escaped(question)}</dt><dd class="prose-body text-text-2">${escaped(answer)}</dd></div>`,
  )
  const main = [
    `<div class="flex max-w-[61rem] flex-col gap-4 p-3 narrow:p-5">`,
    `<h1 class="text-page font-semibold tracking-heading">${escaped(texts.title)}</h1>`,
    `${paragraph(texts.lead)}${button}${paragraph(texts.demoNote)}`,
    card(texts.start, commands.join('')),
    pictures(texts, sizes),
    ...sections.slice(0, 1),
    comparisonTable(texts),
    card(texts.faq, `<dl class="flex flex-col gap-3">${questions.join('')}</dl>`),
    ...sections.slice(1),
    '</div>',
  ]
  const { title, description } = texts
  return { language, path: '/', title: `${product} · ${title}`, description, main: main.join('') }
}
