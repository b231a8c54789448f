/** Wire names of the kinds of associates, in the order of their numbers. */
export const associateTypes = [
  'InternalAssociate',
  'ResourceAssociate',
  'ExternalAssociate',
  'AnonymousAssociate',
  'SystemAssociate',
] as const;
export type AssociateType = (typeof associateTypes)[number];
