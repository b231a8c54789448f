import type { CustomFieldOwner } from '../custom-field-records.ts';

/** What the manual leaves open about writing; where a default is not the plain reading, it is the stricter one. */
export interface WriteOptions {
  /** Media types of a PATCH: all that the manual lists, plain JSON alone, or those of the two RFCs alone. */
  patchMediaTypes: 'any' | 'json' | 'rfc';
  /** Documented: a merge patch leaves a member alone that is null now. false: it sets it. */
  mergeSkipsNull: boolean;
  /** A null inside a merge patch: clears (RFC 7396), does nothing, or is refused. */
  mergeNull: 'clear' | 'keep' | 'refuse';
  /** `remove` of anything but an element of an array: empties it, or is refused. */
  removeOfMember: 'clear' | 'refuse';
  /** Which form empties a reference. */
  clearsReference: 'both' | 'null' | 'zero';
  /** A single line of `Address/Street`: the manual shows such a patch failing, as the block must be complete. */
  addressLines: 'refused' | 'accepted';
  /** Interests that an array does not name: no longer selected, or as they were. */
  unnamedInterests: 'deselected' | 'kept';
  /** null for a number, a truth value, a date or an enum: cannot be read (400), or stands for its empty value. */
  nullForValues: 'refused' | 'empty';
  /** A text set to null is stored as null, or as an empty text. */
  nullTexts: 'null' | 'empty';
  /** Members that the body of a PUT leaves out: emptied (it replaces the whole entity), or kept. */
  putOmitted: 'emptied' | 'kept';
  /** Keys of no custom field in a dictionary. */
  unknownCustomField: 'ignored' | 'refused';
  /** A save that the rules of the data refuse. */
  failedSaveStatus: 500 | 400;
  /** A write past a right. */
  forbiddenStatus: 403 | 500;
  /** What DELETE does to companies and persons. Entries of the diary are always removed. */
  deletion: 'soft' | 'hard';
  /** DELETE of what is not there. */
  deleteMissingStatus: 404 | 204;
  /** A save that changes nothing counts as an update. */
  stampsUnchanged: boolean;
  /** A new company without a `Number2` is given the next one. */
  allocatesNumbers: boolean;
  /** A foreign key of an application or device that there is not: refused, or both are made. */
  unknownForeignApp: 'refused' | 'created';
  /** Members without which nothing is saved. A preference decides whether a person needs a company: here it does not. */
  mandatory: Record<CustomFieldOwner, readonly string[]>;
}

export function defaultWriteOptions(): WriteOptions {
  return {
    patchMediaTypes: 'any',
    mergeSkipsNull: true,
    mergeNull: 'clear',
    removeOfMember: 'clear',
    clearsReference: 'both',
    addressLines: 'refused',
    unnamedInterests: 'deselected',
    nullForValues: 'refused',
    nullTexts: 'null',
    putOmitted: 'emptied',
    unknownCustomField: 'ignored',
    failedSaveStatus: 500,
    forbiddenStatus: 403,
    deletion: 'soft',
    deleteMissingStatus: 404,
    stampsUnchanged: false,
    allocatesNumbers: true,
    unknownForeignApp: 'refused',
    mandatory: { Contact: ['Name'], Person: ['Lastname'], Appointment: [] },
  };
}
