import { builder } from './builder.ts';

const ignored = 'An operator that is left out sets no condition; null is refused.';

const IntRangeRef = builder.inputType('IntRange', {
  description: 'Numbers from `from` to `to`, both included.',
  fields: (t) => ({
    from: t.int({ required: true, description: 'The least number that matches.' }),
    to: t.int({ required: true, description: 'The greatest number that matches.' }),
  }),
});

export const IntFilterRef = builder.inputType('IntFilter', {
  description: `Compares a whole number; the operators are joined with AND. ${ignored}`,
  fields: (t) => ({
    eq: t.int({ required: false, description: 'Equal.' }),
    ne: t.int({ required: false, description: 'Not equal.' }),
    lt: t.int({ required: false, description: 'Less than.' }),
    lte: t.int({ required: false, description: 'Less than or equal.' }),
    gt: t.int({ required: false, description: 'Greater than.' }),
    gte: t.int({ required: false, description: 'Greater than or equal.' }),
    in: t.intList({ required: false, description: 'One of these; an empty list matches nothing.' }),
    between: t.field({ type: IntRangeRef, required: false, description: 'Within a range.' }),
  }),
});

export const StringFilterRef = builder.inputType('StringFilter', {
  description: `Compares a text without regard to case; the operators are joined with AND. ${ignored}`,
  fields: (t) => ({
    eq: t.string({ required: false, description: 'The whole text.' }),
    ne: t.string({ required: false, description: 'Any other text.' }),
    in: t.stringList({ required: false, description: 'One of these texts; an empty list matches nothing.' }),
    beginsWith: t.string({ required: false, description: 'How the text begins.' }),
    notBeginsWith: t.string({ required: false, description: 'How the text does not begin.' }),
    contains: t.string({ required: false, description: 'A part of the text.' }),
    notContains: t.string({ required: false, description: 'What is no part of the text.' }),
    endsWith: t.string({ required: false, description: 'How the text ends.' }),
  }),
});

export const PositiveStringFilterRef = builder.inputType('PositiveStringFilter', {
  description: `Compares a long text, for which SuperOffice has no negative operators. ${ignored}`,
  fields: (t) => ({
    eq: t.string({ required: false, description: 'The whole text.' }),
    in: t.stringList({ required: false, description: 'One of these texts; an empty list matches nothing.' }),
    beginsWith: t.string({ required: false, description: 'How the text begins.' }),
    contains: t.string({ required: false, description: 'A part of the text.' }),
    endsWith: t.string({ required: false, description: 'How the text ends.' }),
  }),
});

export const BooleanFilterRef = builder.inputType('BooleanFilter', {
  description: 'Compares a yes or no.',
  fields: (t) => ({ eq: t.boolean({ required: true, description: 'The value that matches.' }) }),
});

export const ListFilterRef = builder.inputType('ListFilter', {
  description: `Compares the id of a list item or of a record that is pointed to. ${ignored}`,
  fields: (t) => ({
    in: t.intList({ required: false, description: 'One of these ids; an empty list matches nothing.' }),
    notIn: t.intList({ required: false, description: 'None of these ids.' }),
  }),
});

export const AssociateFilterRef = builder.inputType('AssociateFilter', {
  description: `Compares a user by associateId. ${ignored}`,
  fields: (t) => ({
    in: t.intList({ required: false, description: 'One of these users; an empty list matches nothing.' }),
    notIn: t.intList({ required: false, description: 'None of these users.' }),
    isCurrent: t.boolean({
      required: false,
      description: 'The user whose ticket this is; false: any other (takes one request more, to learn who that is).',
    }),
  }),
});

const DateTimeRangeRef = builder.inputType('DateTimeRange', {
  description: 'Instants from `from` to before `to`.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', required: true, description: 'The first instant that matches.' }),
    to: t.field({ type: 'DateTime', required: true, description: 'The first instant behind the range.' }),
  }),
});

const periods: Record<string, string> = {
  TODAY: 'Today.',
  BEFORE_TODAY: 'Any day before today.',
  AFTER_TODAY: 'Any day after today.',
  LAST_WEEK: 'The week before this one, from Monday.',
  THIS_WEEK: 'This week, from Monday.',
  NEXT_WEEK: 'The week after this one, from Monday.',
  LAST_MONTH: 'The calendar month before this one.',
  THIS_MONTH: 'This calendar month.',
  NEXT_MONTH: 'The calendar month after this one.',
  LAST_QUARTER: 'The quarter before this one; quarters begin in January, April, July and October.',
  THIS_QUARTER: 'This quarter.',
  NEXT_QUARTER: 'The quarter after this one.',
  THIS_HALF: 'This half of the year: January to June, or July to December.',
  THIS_YEAR: 'This calendar year.',
};

const PeriodRef = builder.enumType('Period', {
  description: 'Days around today, in the time zone in force.',
  values: Object.fromEntries(Object.entries(periods).map(([name, description]) => [name, { description }])),
});

export const DateFilterRef = builder.inputType('DateFilter', {
  description: `Compares an instant, to the second; days and periods are those of the time zone in force. The operators are joined with AND. ${ignored}`,
  fields: (t) => ({
    before: t.field({ type: 'DateTime', required: false, description: 'Earlier than this instant.' }),
    after: t.field({ type: 'DateTime', required: false, description: 'Later than this instant.' }),
    between: t.field({ type: DateTimeRangeRef, required: false, description: 'Within a range of instants.' }),
    on: t.field({ type: 'Date', required: false, description: 'On this day.' }),
    period: t.field({ type: PeriodRef, required: false, description: 'Within these days.' }),
  }),
});

export const DirectionRef = builder.enumType('Direction', {
  description: 'Which way rows are ordered.',
  values: {
    ASC: { description: 'Least, earliest or first in the alphabet first.' },
    DESC: { description: 'Greatest, latest or last in the alphabet first.' },
  },
});
