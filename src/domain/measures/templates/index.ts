import type { RoadmapTemplate } from "../measure";

interface Entry {
  /** Russian name for a list of choice, without loading the template. */
  readonly name: string;
  readonly load: () => Promise<RoadmapTemplate>;
}

/** Each template is a module of its own, loaded when it is asked for; a new one is a file and an entry. */
const templates = {
  "low-results-roadmap": {
    name: "Дорожная карта для школ с низкими результатами",
    load: async () => (await import("./low-results-roadmap")).lowResultsRoadmap,
  },
  "resources-and-staff": {
    name: "Дорожная карта по ресурсам и кадрам",
    load: async () => (await import("./resources-and-staff")).resourcesAndStaff,
  },
  "project-500": {
    name: "Дорожная карта проекта «500+»",
    load: async () => (await import("./project-500")).project500,
  },
  "quality-system": {
    name: "Дорожная карта развития оценки качества (МСОКО)",
    load: async () => (await import("./quality-system")).qualitySystem,
  },
  "support-programme": {
    name: "Программа поддержки школ с низкими результатами",
    load: async () => (await import("./support-programme")).supportProgramme,
  },
} satisfies Record<string, Entry>;

export type TemplateId = keyof typeof templates;

export const templateIds: readonly TemplateId[] = Object.keys(templates) as TemplateId[]; // the keys of that object

/** A template of the user's own: a table in the workbook, known by the name that the user gave it. */
export type OwnTemplateId = `own:${string}`;
export type AnyTemplateId = TemplateId | OwnTemplateId;

export const ownTemplateId = (name: string): OwnTemplateId => `own:${name}`;
export const isOwnTemplateId = (id: string): id is OwnTemplateId => /^own:./.test(id);

export const templateName = (id: AnyTemplateId): string =>
  isOwnTemplateId(id) ? id.slice(4) : templates[id].name;

export const isTemplateId = (id: string): id is TemplateId => Object.hasOwn(templates, id);

export const loadTemplate = (id: TemplateId): Promise<RoadmapTemplate> => templates[id].load();
