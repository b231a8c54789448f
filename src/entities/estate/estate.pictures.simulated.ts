import type { ActionOutcome, ActionRoutes, OutcomeRecord, SimulatedAction } from '../../simulator/onoffice/action.ts';
import { pageOf } from '../../simulator/onoffice/filter.ts';
import { idList, languageParameter, requireReadable } from '../../simulator/onoffice/parameters.ts';
import type { PhpValue } from '../../simulator/onoffice/php-json.ts';
import { refuse } from '../../simulator/onoffice/refusal.ts';
import type { EstateRecord, LanguageCode, OnOfficeWorld, PictureRecord } from '../../simulator/onoffice/store.ts';
import { visible } from './estate.simulated.ts';

/** Released pictures of many estates, and all files of one. */
export const pictureRoutes: ActionRoutes = {
  'get estatepictures': readPictures,
  'get file': readFiles,
};

const sizeForm = /^(original|\d+x\d+)$/;

function readPictures(action: SimulatedAction): ActionOutcome {
  const { world, parameters } = action;
  requireReadable(world, 'estate');
  const { estateids, categories, size, language } = parameters;
  if (!isFilledList(estateids) || !isFilledList(categories)) throw refuse(139);
  if (size !== undefined && !sizeForm.test(String(size))) throw refuse(255, 'size');
  const kinds = new Set(categories.map(String));
  const asked = languageParameter(language);
  const records = idList(estateids).flatMap((id) => {
    const found = findEstate(world, id);
    if (!found || !visible(action, found.estate)) return [];
    const version = asked ?? found.language;
    return found.estate.pictures
      .filter((picture) => picture.published && kinds.has(picture.kind))
      .map((picture) => toRecord(action, found.estate, picture, version));
  });
  // Recorded answers say 1 however many pictures there are.
  return { records, total: 1, cacheable: true };
}

function isFilledList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

/** An estate by its main id, or by the id of a version, whose language is then meant. */
function findEstate(world: OnOfficeWorld, id: number): { estate: EstateRecord; language: string | null } | null {
  const estate = world.estates.get(id);
  if (estate) return { estate, language: null };
  for (const other of world.estates.values()) {
    for (const [language, version] of other.versions) if (version.id === id) return { estate: other, language };
  }
  return null;
}

function toRecord(
  { world, options }: SimulatedAction,
  estate: EstateRecord,
  picture: PictureRecord,
  language: string | null,
): OutcomeRecord {
  const version = options.pictureEstateId === 'version' ? estate.versions.get(language ?? '') : undefined;
  const shown = textLanguage(world, language);
  const element: Record<string, PhpValue> = {
    estateid: String(version?.id ?? estate.id),
    type: picture.kind,
    url: picture.url,
    title: picture.titles[shown],
    text: picture.texts[shown],
    originalname: picture.originalName,
    modified: picture.modified,
    estateMainId: String(estate.id),
  };
  return { id: picture.id, type: 'files', elements: [element] };
}

function textLanguage(world: OnOfficeWorld, language: string | null): LanguageCode {
  return language === 'ENG' || language === 'DEU' ? language : world.mainLanguage;
}

function readFiles(action: SimulatedAction): ActionOutcome {
  const { world, parameters, resourceId } = action;
  requireReadable(world, 'estate');
  if (resourceId !== 'estate') throw refuse(24, resourceId);
  const [id] = idList(parameters.estateid);
  const estate = id === undefined ? undefined : world.estates.get(id);
  if (!estate || !visible(action, estate)) throw refuse(80);
  const { fileid, documentAttribute, listlimit, listoffset } = parameters;
  const found = [...estate.pictures.entries()].filter(
    ([, picture]) =>
      (!fileid || picture.id === Number(fileid)) &&
      (!documentAttribute || picture.documentAttribute === documentAttribute),
  );
  const isOne = found.length === 1 && Boolean(fileid || documentAttribute);
  const records = pageOf(found, listlimit, listoffset, 100).map(([index, picture]): OutcomeRecord => {
    const elements = fileElements(world, picture, index + 1, parameters);
    return { id: picture.id, type: 'file', elements: isOne ? { ...elements, ...contentOf(picture) } : elements };
  });
  return { records, total: found.length, cacheable: true };
}

function fileElements(
  world: OnOfficeWorld,
  picture: PictureRecord,
  position: number,
  { includeImageUrl, showispublishedonhomepage }: SimulatedAction['parameters'],
): Record<string, PhpValue> {
  const isDocument = picture.kind === 'Dokument';
  const elements: Record<string, PhpValue> = {
    type: picture.kind,
    position,
    documentAttribute: picture.documentAttribute,
    name: picture.name,
    originalname: picture.originalName,
    title: picture.titles[world.mainLanguage],
    freetext: picture.texts[world.mainLanguage],
    modified: picture.modified,
    category: isDocument ? 'internal' : 'external',
  };
  if (includeImageUrl !== undefined && !isDocument) elements.imageUrl = picture.url;
  if (showispublishedonhomepage === true) elements.ispublishedonhomepage = picture.published;
  return elements;
}

/** What comes with a file only where it was asked for alone. */
function contentOf({ originalName, name }: PictureRecord): Record<string, PhpValue> {
  const bytes = Buffer.from(name);
  return { filename: originalName, fileSize: bytes.length, content: bytes.toString('base64') };
}
