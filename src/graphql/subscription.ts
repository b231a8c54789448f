import type { ChangeEvent } from '../events/bus.ts';
import type { Followed } from '../reading/followed.ts';
import type { CrmRecord } from '../reading/record.ts';
import { formatInstant } from '../upstream/time.ts';
import { builder } from './builder.ts';

builder.subscriptionType({
  description:
    'Follows records as the CRM reports their changes, over Server-Sent Events or WebSocket. Nobody hears of a record that his ticket cannot read. A stream ends with `UNAUTHENTICATED` when its ticket does, and with `OVERLOADED` when its events are not taken. While the CRM does not answer it waits, for a minute at least, and ends with what has failed.',
});

const ChangeKindRef = builder.enumType('ChangeKind', {
  description: 'What happened to a record.',
  values: {
    CREATED: { description: 'It was made.' },
    CHANGED: { description: 'Some of its fields have other values, or it came back from the recycle bin.' },
    DELETED: { description: 'It was deleted, for good or into the recycle bin.' },
  },
});

/** What the type of one event, and the field that gives them, are called. */
interface EventNames {
  /** `ContactEvent` */
  readonly type: string;
  /** `contact`: the record's own field, and the beginning of `contactChanged`. */
  readonly record: 'contact' | 'person' | 'appointment';
  /** `company` */
  readonly noun: string;
  readonly ref: PothosRef;
}

type PothosRef = ReturnType<typeof builder.objectRef<CrmRecord>>;

/** The type of the events of one kind of record. */
export function eventType({ entity }: Followed, { type, record, noun, ref }: EventNames) {
  return builder.objectRef<ChangeEvent>(type).implement({
    description: `News of one ${noun}: it was created, changed or deleted. Changes that follow each other closely are told as one.`,
    fields: (t) => ({
      eventId: t.id({
        nullable: false,
        description: 'Unique; what `after` takes. Over Server-Sent Events it is the `id` of the message, too.',
        resolve: ({ id }) => id,
      }),
      kind: t.field({
        type: ChangeKindRef,
        nullable: false,
        description: 'What happened.',
        resolve: ({ kind }) => kind,
      }),
      changedFields: t.stringList({
        nullable: { list: false, items: false },
        description:
          'Names of fields in this graph whose values were written; what this graph has no name for is left out. Empty when deleted, and where the CRM has not told.',
        resolve: ({ changedFields }) => [...changedFields],
      }),
      at: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When the CRM did it, in the time zone in force.',
        resolve: ({ at }, _args, context) => formatInstant(at, context.identity.timeZone),
      }),
      [entity.key.field]: t.int({
        nullable: false,
        description: `The id of the ${noun}.`,
        resolve: ({ key }) => key,
      }),
      [record]: t.field({
        type: ref,
        nullable: true,
        description: `The ${noun} as it is now, read with the subscriber's own ticket. Null when it is deleted.`,
        resolve: ({ kind, key }, _args, context, info) =>
          kind === 'DELETED' ? null : context.read.one(entity, key, info),
      }),
    }),
  });
}

/** The event behind which a stream goes on, as every subscription takes it. */
export const afterDescription =
  'Goes on behind the event with this `eventId`, for five minutes after it; later the answer is `BAD_CURSOR`. The header `Last-Event-ID` does the same, and goes before it.';

/** What every field of `Subscription` says of deletions. */
export const deletedDescription =
  'That a record is deleted is told to those who have seen it in an event, or follow it by its id.';
