import type { RoadmapTemplate } from "../measure";

/** A template by its id; each is a module of its own, loaded when it is asked for. A new one is a file and a line. */
const loaders = {
  "low-results-roadmap": async () => (await import("./low-results-roadmap")).lowResultsRoadmap,
} satisfies Record<string, () => Promise<RoadmapTemplate>>;

export type TemplateId = keyof typeof loaders;

/** Russian names for a list of choice, without loading the templates. */
export const templateNames: Readonly<Record<TemplateId, string>> = {
  "low-results-roadmap": "Дорожная карта для школ с низкими результатами",
};

export const templateIds: readonly TemplateId[] = Object.keys(loaders) as TemplateId[]; // the keys of that object

export const isTemplateId = (id: string): id is TemplateId => Object.hasOwn(loaders, id);

export const loadTemplate = (id: TemplateId): Promise<RoadmapTemplate> => loaders[id]();
