import type { IncomingMessage, RequestListener } from 'node:http';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import type { ContextInput } from '../context/context.ts';
import { preparedOperation } from '../execution/operations.ts';
import type { Variant } from '../execution/plan.ts';
import { type Outcome, run } from '../execution/run.ts';
import { variablesOf } from '../reading/variables.ts';
import { Answering, isExplained, type ReportUnexpected } from './answers.ts';
import { parseBody, textOf } from './body.ts';
import type { KeptDocument } from './caches.ts';
import { hashOf } from './documents.ts';
import { Ending } from './ending.ts';
import type { Translate } from './errors.ts';
import { resultOf } from './execution.ts';
import { type Incoming, isOrdinary, withBody } from './incoming.ts';
import type { Manifest } from './manifest.ts';
import { newOperation, type Operation, type OperationContext } from './operation.ts';
import { corsHeaders } from './origins.ts';
import type { Outgoing } from './outgoing.ts';
import type { TakeQuota } from './rate.ts';
import { type Report, report } from './reports.ts';
import { checkKinds, checkParams } from './requests.ts';
import { type MediaType, sendData, sendResult } from './sending.ts';
import type { SoundDocuments } from './sound.ts';
import { spentOn } from './timing.ts';
import { beginTrace, within } from './traces.ts';
import type { CostOf } from './yoga.ts';

/** What the way for ordinary requests shares with the one for all others. */
export interface OrdinaryOptions<Context extends OperationContext> {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly path: string;
  readonly maxBytes: number;
  readonly manifest: Manifest | null;
  /** Documents that have come before, by their text. */
  readonly kept: (text: string) => KeptDocument | undefined;
  readonly sound: SoundDocuments;
  readonly contextOf: (
    input: Pick<ContextInput, 'headers' | 'connection' | 'signal'>,
    operation: Operation,
  ) => Context | Promise<Context>;
  readonly costOf: CostOf;
  readonly takeQuota: TakeQuota;
  readonly translate: Translate;
  readonly unexpected: ReportUnexpected;
  readonly reports: readonly Report[];
  /** Answers every other request. */
  readonly otherwise: RequestListener;
}

/** An operation that may be run, with its variables as the client gave them. */
interface Asked {
  readonly document: DocumentNode;
  readonly hash: string;
  readonly variant: Variant;
  readonly params: GraphQLParams;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly mediaType: MediaType;
}

/** A request that is answered here. */
interface Answered {
  readonly request: IncomingMessage;
  readonly response: Outgoing;
  /** Null for a header that says nothing. */
  readonly header: (name: string) => string | null;
  readonly body: Buffer;
  readonly asked: Asked;
  readonly operation: Operation;
  readonly cors: readonly string[];
}

const noVariables = Object.freeze({});
const noPage: readonly string[] = [];
const given = new Set(['query', 'variables', 'operationName', 'extensions']);

/** What a body says; raises where it is no request of an operation. */
function paramsOf(body: Buffer): GraphQLParams {
  const json = textOf(body);
  const params = parseBody(json);
  // How deep values are nested was seen, and half a character can only be written as an escape.
  if (json.includes('\\u')) checkParams(params);
  else checkKinds(params);
  return params;
}

/**
 * The way of nearly all requests: an operation as JSON by POST whose document has been found sound before. It is carried out by the
 * same steps as any other, without the request and response of the Fetch standard around it. Whatever has not been met before, is asked
 * for in another form or would be refused is left to the way for all requests, which alone says what is wrong.
 */
export class Ordinary<Context extends OperationContext> {
  readonly #options: OrdinaryOptions<Context>;
  /** The format that each `Accept` has been answered in. */
  readonly #formats = new LRUCache<string, MediaType>({ max: 200 });

  constructor(options: OrdinaryOptions<Context>) {
    this.#options = options;
  }

  readonly listener: RequestListener<typeof Incoming, typeof Outgoing> = (request, response) => {
    const { path, maxBytes, otherwise } = this.#options;
    const cors = isOrdinary(request, path, maxBytes) ? this.#cors(request) : null;
    if (!cors) return otherwise(request, response);
    const operation = newOperation(request.headers['x-request-id'] as string | undefined);
    request.takeBody((body) => {
      const asked = this.#asked(request, body);
      if (!asked) return otherwise(withBody(request, body), response);
      const header = (name: string) => (request.headers[name] as string | undefined) || null;
      this.#answer({ request, response, header, body, asked, operation, cors });
    });
  };

  /** Remembers how a request has been answered, so that the next one with the same `Accept` is answered alike. */
  learnFormat(accept: string, { status, headers }: Response): void {
    const contentType = status === 200 ? headers.get('content-type') : null;
    const mediaType = /^application\/(?:graphql-response\+)?json(?=; charset=utf-8$)/.exec(contentType ?? '')?.[0];
    if (mediaType && accept.length <= 256) this.#formats.set(accept, mediaType as MediaType);
  }

  /** What the page that asks is told; null for one that may not ask. */
  #cors({ headers: { origin, host } }: IncomingMessage): readonly string[] | null {
    return origin === undefined ? noPage : corsHeaders(this.#options.config, origin, host ?? null);
  }

  #asked({ headers }: IncomingMessage, body: Buffer): Asked | null {
    const mediaType = this.#formats.get(headers.accept ?? '');
    if (!mediaType) return null;
    try {
      const params = paramsOf(body);
      const text = this.#textOf(params);
      const kept = text === null ? undefined : this.#options.kept(text);
      if (!kept || !this.#options.sound.has(kept.document)) return null;
      for (const name of Object.keys(params)) if (!given.has(name)) return null;
      const { document, hash } = kept;
      const { schema } = this.#options;
      const prepared = preparedOperation(schema, document, params.operationName);
      if (!prepared) return null;
      const { definition } = prepared;
      const variables = definition.variableDefinitions?.length
        ? variablesOf(schema, definition, params.variables).coerced
        : noVariables;
      const variant = variables && prepared.variantOf(variables);
      return variant ? { document, hash, variant, params, variables, mediaType } : null;
    } catch {
      return null;
    }
  }

  /** The document that a request names; null where it takes more to find it. */
  #textOf(params: GraphQLParams): string | null {
    const { manifest, config } = this.#options;
    const hash = hashOf(params);
    if (hash !== null) return params.query ? null : (manifest?.get(hash) ?? null);
    return config.edge.persistedOnly ? null : (params.query ?? null);
  }

  #answer(answered: Answered): void {
    const { response, header, asked, operation } = answered;
    operation.documentHash = asked.hash;
    operation.name = asked.variant.operation.name?.value ?? null;
    operation.kind = asked.variant.operation.operation;
    operation.trace = beginTrace(header);
    const ending = new Ending(response, operation.startedAt + this.#options.config.requestDeadlineMs);
    let admitted: void | Promise<void>;
    try {
      admitted = this.#admit(answered, ending);
    } catch {
      this.#refuse(answered, ending);
      return;
    }
    if (!admitted) this.#run(answered, ending);
    else
      admitted.then(
        () => this.#run(answered, ending),
        () => this.#refuse(answered, ending),
      );
  }

  /** What may not be run is told by the way for all requests. */
  #refuse({ request, response, body }: Answered, ending: Ending): void {
    ending.release();
    this.#options.otherwise(withBody(request, body), response);
  }

  /** Makes the context and takes the quota; raises where the operation may not be run. */
  #admit(answered: Answered, ending: Ending): void | Promise<void> {
    const { request, header, operation } = answered;
    const input = { headers: { get: header }, connection: request.socket, signal: ending };
    const made = this.#options.contextOf(input, operation);
    return made instanceof Promise ? made.then((context) => this.#take(answered, context)) : this.#take(answered, made);
  }

  #take({ request, header, asked, operation }: Answered, context: Context): void | Promise<void> {
    operation.context = context;
    operation.cost = this.#cost(asked);
    return this.#options.takeQuota(operation, { header, address: request.socket.remoteAddress });
  }

  #run(answered: Answered, ending: Ending): void {
    const { operation, asked } = answered;
    const { variant, variables } = asked;
    const ran = within(operation, () => run(variant, { context: operation.context, variables, rootValue: undefined }));
    if (ran instanceof Promise)
      ran.then(
        (outcome) => this.#finish(answered, ending, outcome),
        (cause) => this.#mistaken(answered, cause),
      );
    else this.#finish(answered, ending, ran);
  }

  #finish(answered: Answered, ending: Ending, outcome: Outcome): void {
    ending.release();
    try {
      this.#send(answered, outcome)?.catch((cause) => this.#mistaken(answered, cause));
    } catch (cause) {
      this.#mistaken(answered, cause);
    }
  }

  /** Nothing in an answer raises: this is a mistake of this server, and what was asked for may have been done. */
  #mistaken({ response, header, operation }: Answered, cause: unknown): void {
    this.#options.unexpected(operation, header, cause);
    response.destroy();
  }

  /** An answer without errors is sent at once. */
  #send({ response, header, asked, operation, cors }: Answered, outcome: Outcome): Promise<void> | null {
    const { config, translate, unexpected, reports } = this.#options;
    const sending = { response, operation, mediaType: asked.mediaType, cors };
    const explain = isExplained(config, header('x-explain'));
    if (explain || outcome.errors.length > 0) {
      const answering = new Answering(operation, explain, translate, (cause) => unexpected(operation, header, cause));
      const result = answering.finished(resultOf(outcome));
      const spent = spentOn(operation);
      return sendResult(sending, result, spent).then((status) => report(reports, operation, status, spent));
    }
    operation.hasData = outcome.hasData;
    const spent = spentOn(operation);
    report(reports, operation, sendData(sending, outcome, spent), spent);
    return null;
  }

  #cost({ document, params, variables: coerced }: Asked) {
    const { schema, costOf } = this.#options;
    const { variables: variableValues = null, operationName = null } = params;
    return costOf({ schema, document, variableValues, operationName, coerced });
  }
}
