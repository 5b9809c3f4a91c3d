import type { HeaderName } from '@/lib/openapi/texts'
import type { AnswerKind, Tag } from '@/lib/openapi/types'
import { operations, parameters } from './api-operations'
import { schemas } from './api-schemas'

/** Words of the API’s description and of the page that shows it. */
export const api = {
  title: 'Sealwatch API',
  about:
    'The data of the screens, for programs. Every request reads with the rights of the user whose token it carries, and nothing changes Azure. What could not be read is unknown, with its cause; no answer says more than its evidence. Errors are data with a stable `code`. Answers may gain fields, and lists of codes may gain values: ignore what you do not know, and treat an unknown state as unknown.',
  tag: {
    fleet: 'Fleet',
    vm: 'Virtual machines',
    watches: 'Following',
    notes: 'Waves and acknowledgements',
    views: 'Saved views',
    snapshots: 'Share links',
    retirement: 'Retirement',
    admin: 'Administration',
    service: 'Service',
  } satisfies Record<Tag, string>,
  operation: operations,
  parameter: parameters,
  schema: schemas,
  answer: {
    read: 'The answer.',
    stream: 'JSON Lines as they arrive: each line of the text is one JSON value. The schema is that of a line.',
    done: 'Done.',
    unchanged: 'Your copy of the document is current.',
    'not-ready': 'The server cannot take requests; the body says why.',
    document: 'The document.',
    file: 'A file: JSON Lines, where the schema is that of a line, or CSV.',
  } satisfies Record<AnswerKind, string>,
  header: {
    'X-Request-Id': 'Id of the request. Give it to the operator when you report a problem.',
    'RateLimit-Policy':
      'How many requests (`q`) a user may make in how many seconds (`w`), by draft-ietf-httpapi-ratelimit-headers-10. Each server process counts separately.',
    RateLimit: 'How many requests are left (`r`), and in how many seconds the limit resets (`t`).',
    'Retry-After': 'Seconds to wait before you retry.',
    'WWW-Authenticate': 'The sign-in that is required; for a claims challenge, with the claims to request.',
    ETag: 'Identifies this version of the document.',
  } satisfies Record<HeaderName, string>,
  security: {
    person: 'Sign-in of a user. Applications without a user have no access.',
    token:
      'A user’s access token for this API, for example from azure-cli. Where the operator allows it, also that of an application.',
    scope: 'Read with your rights',
  },
  page: {
    title: 'API',
    document: 'The OpenAPI document',
    toc: 'Contents',
    begin: 'Get started',
    address: 'The address of this dashboard:',
    token: 'Your token, valid for about an hour:',
    allowed:
      'The operator decides which programs may call on behalf of users. This deployment accepts tokens of `azure-cli`, provided that its registration allows it.',
    notHere:
      'The program on your machine answers only its own pages. Other programs can use the API of a Sealwatch server.',
    notAllowed:
      'This deployment does not accept tokens of `azure-cli` yet: the operator adds its client id to `SEALWATCH_API_CLIENTS` and to the API’s pre-authorised applications.',
    fleet: 'The fleet, one page at a time:',
    limits: 'Limits',
    limit:
      'A user may make {requests} requests per minute. Every answer says in the header `RateLimit` how many are left; further requests get 429 and `Retry-After`. Other users are not affected.',
    errors: 'Errors',
    errorsLead: 'Every error is JSON with one of these codes. Codes are stable; texts are not.',
    code: 'Code',
    status: 'Status',
    meaning: 'Meaning',
    again: 'Retry',
    retryable: 'may help later',
    notRetryable: 'does not help',
    parameters: 'Parameters',
    required: 'required',
    inPath: 'in the path',
    inQuery: 'in the query',
    inHeader: 'as a header',
    body: 'Request body',
    answers: 'Responses',
    noSignIn: 'No sign-in is needed.',
    example: 'Example: {name}',
    schemas: 'Schemas',
    field: 'Field',
    type: 'Type',
    values: '{count} values',
    fields: '{count} fields',
    line: 'a line',
    optional: 'may be missing',
  },
}
