import { builder } from '../../graphql/builder.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { asFlag, asText, type Column, cellOf, textOf } from '../../reading/row.ts';
import { type ReferenceDeclaration, sources } from '../../reading/sources.ts';

export const AssociateRef = builder.objectRef<CrmRecord>('Associate');

export const associateSources = sources(
  {
    type: 'Associate',
    key: { field: 'associateId', column: 'associateDbId', member: 'AssociateId' },
    keyIsAssociate: true,
    provider: 'AllUsers',
    path: null, // users are "restricted online" (superoffice.md 2.8, 8.4)
    simpleList: 'Agents/Associate/GetAssociateList',
    entities: ['all'],
    rowOfSimple: (wire) => ({
      PrimaryKey: wire.AssociateId as number,
      EntityName: 'all',
      associateDbId: wire.AssociateId,
      assocName: wire.Name,
      fullName: wire.FullName,
      personEmail: '',
      personId: wire.PersonId,
      isActive: wire.Deleted !== true,
    }),
  },
  {
    name: {
      columns: ['assocName'],
      simples: ['Name'],
      // of a full row it is the text, since the value may be the id
      fromRow: (row, [column]) => textOf(row, column as Column) ?? '',
      fromSimple: (wire) => asText(wire.Name) ?? '',
      required: true,
    },
    fullName: {
      columns: ['fullName', 'assocName'],
      simples: ['FullName', 'Name'],
      fromRow: (row, columns) => columns.map((column) => textOf(row, column)).find((text) => text !== null) ?? '',
      fromSimple: (wire) => asText(wire.FullName) ?? asText(wire.Name) ?? '',
      required: true,
      standIn: 'name', // of users that the archive does not list, other records hold the initials
    },
    email: { kind: 'email', column: 'personEmail' },
    deleted: {
      columns: ['isActive'],
      simples: ['Deleted'],
      fromRow: (row, [column]) => {
        const isActive = asFlag(cellOf(row, column as Column));
        return isActive === null ? null : !isActive;
      },
      fromSimple: (wire) => asFlag(wire.Deleted),
    },
    person: { reference: 'Person', key: 'personId', simple: { key: 'PersonId' } },
  },
);

/** Who made the record, or changed it last: the row holds initials or the id alone, so more is read in one batch. */
export const recordedBy = (column: string, member: string): ReferenceDeclaration => ({
  reference: 'Associate',
  key: column,
  keyIsText: true,
  same: { assocName: column },
  member,
});

type Stamp = 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy';

const moreOfUser = 'More than initials and id takes one request for all such users of the answer.';

/** Publishes when a record was made and changed last, and by whom. */
export const recordedFields = <Field>(
  field: (name: Stamp, published: { type?: unknown; description: string }) => Field,
) => ({
  createdAt: field('createdAt', {
    description: 'When it was created (CreatedDate), in the time zone in force. Null when unknown.',
  }),
  createdBy: field('createdBy', {
    type: AssociateRef,
    description: `Who created it (CreatedBy). Null when unknown. ${moreOfUser}`,
  }),
  updatedAt: field('updatedAt', {
    description: 'When it was changed last (UpdatedDate), in the time zone in force. Null when never.',
  }),
  updatedBy: field('updatedBy', {
    type: AssociateRef,
    description: `Who changed it last (UpdatedBy). Null when nobody has. ${moreOfUser}`,
  }),
});
