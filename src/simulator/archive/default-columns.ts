/** Columns that archives answer without `$select`, by table. The appointment's are captured (4.3), the others a plausible set. */
export const defaultColumns: Readonly<Record<string, readonly string[]>> = {
  contact: [
    ...['contactId', 'name', 'department', 'nameDepartment', 'hasInfoText', 'hasInterests', 'associateId', 'category'],
    ...['business', 'country', 'number', 'code', 'orgnr', 'stop', 'contactNoMail', 'updatedBy', 'updatedDate'],
    ...['registeredBy', 'registeredDate', 'contactSource', 'contactDeleted', 'phone/formattedNumber', 'activeErpLinks'],
  ],
  person: [
    ...['personId', 'firstName', 'lastName', 'middleName', 'fullName', 'contactId', 'hasInfoText', 'hasInterests'],
    ...['personHasInterests', 'mrMrs', 'position', 'personNumber', 'title', 'personCountry', 'personNoMail', 'rank'],
    ...['birthdate', 'associateType', 'useAsMailingAddress', 'personSource', 'retired', 'birthYear', 'birthMonth'],
    ...['birthDay', 'personUpdatedBy', 'personUpdatedDate', 'personRegisteredBy', 'personRegisteredDate'],
  ],
  appointment: [
    ...['visibleFor', 'type', 'priority', 'date', 'endDate', 'associateId', 'appointmentId', 'contactId', 'personId'],
    ...['projectId', 'saleId', 'userGroup', 'recurrenceRuleId', 'rawStatus', 'rawType', 'invitedPersonId'],
    ...['cautionWarning', 'location', 'suggestedAppointmentId', 'intention', 'isMilestone', 'registeredBy'],
    ...['registeredDate', 'completed', 'completedDate', 'icon', 'recordType', 'time', 'endTime', 'text', 'alarm'],
    ...['recurring', 'booking', 'visibleInDiary', 'updatedBy', 'updatedDate', 'who'],
  ],
  associate: [
    ...['associateDbId', 'assocName', 'fullName', 'firstName', 'lastName', 'middleName', 'personId', 'contactId'],
    ...['contactName', 'usergroup', 'role', 'assocType', 'assocTooltip', 'isActive', 'userName', 'personEmail'],
  ],
  foreignKey: [
    ...['keyId', 'appName', 'deviceName', 'deviceIdentifier', 'keyName', 'keyValue', 'tableId', 'recordId'],
    ...['keyUpdatedBy', 'keyUpdatedDate', 'keyRegisteredBy', 'keyRegisteredDate'],
  ],
  timeZone: ['id', 'timeZone', 'country', 'region', 'cities', 'offset', 'daylight', 'isActive'],
  listItem: [
    'udlistDefinitionId',
    'listItemsId',
    'listItemsName',
    'listItemsRank',
    'listItemsTooltip',
    'listItemsDeleted',
  ],
  participant: [
    ...['icon', 'fullName', 'participantAssociateId', 'participantPersonId', 'personId', 'contactId', 'sendEmail'],
    ...['seen', 'status', 'email/emailAddress'],
  ],
  ownedEmail: ['emailId', 'emailAddress', 'emailDescription', 'personId', 'contactId'],
};
