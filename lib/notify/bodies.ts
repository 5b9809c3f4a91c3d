import 'server-only'
import type { WebhookKind } from '@/lib/contract/watches'
import { wordsOf, type News } from './news'

/** For programs: codes and values, no sentences. */
function jsonBody(news: News): unknown {
  const { id, cloud, tenantId, vm, notice } = news
  return {
    type: `sealwatch.${notice.kind}`,
    timestamp: notice.at,
    data: {
      id,
      kind: notice.kind,
      cloud,
      tenantId,
      vm,
      state: notice.state,
      before: notice.before,
      rule: notice.rule,
      seenAt: notice.at,
      link: wordsOf(news).link,
    },
  }
}

/** A text run, which receivers do not parse as markup: a VM may have any name. */
const run = (text: string, more: object = {}): object => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
})

/**
 * A card for a Teams workflow of the kind "When a Teams webhook request is received".
 * Source: https://learn.microsoft.com/connectors/teams/?tabs=text1#microsoft-teams-webhook
 */
function teamsBody(news: News): unknown {
  const { title, text, facts, open, link } = wordsOf(news)
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.2',
          body: [
            run(title, { size: 'Medium', weight: 'Bolder' }),
            run(text),
            ...facts.map(([label, value]) => run(`${label}: ${value}`, { isSubtle: true })),
          ],
          actions: [{ type: 'Action.OpenUrl', title: open, url: link }],
        },
      },
    ],
  }
}

/** Source: https://docs.slack.dev/messaging/formatting-message-text#escaping */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Source: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
function slackBody(news: News): unknown {
  const { title, text, facts, open, link } = wordsOf(news)
  const plain = (content: string): object => ({ type: 'plain_text', text: content, emoji: false })
  return {
    text: slackText(title),
    unfurl_links: false,
    blocks: [
      { type: 'section', text: plain(`${title}\n${text}`) },
      { type: 'context', elements: facts.map(([label, value]) => plain(`${label}: ${value}`)) },
      { type: 'section', text: { type: 'mrkdwn', text: `<${slackText(link)}|${slackText(open)}>` } },
    ],
  }
}

const makers: Readonly<Record<WebhookKind, (news: News) => unknown>> = {
  json: jsonBody,
  teams: teamsBody,
  slack: slackBody,
}

/** What is posted to a receiver of this kind. */
export function bodyFor(kind: WebhookKind, news: News): string {
  return JSON.stringify(makers[kind](news))
}
