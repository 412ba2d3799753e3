import type { Column } from "./columns";
import { figureColumns, groupColumns, type Group, type Grouping } from "./groups";
import type { Form } from "./procedure";
import type { Table } from "./table";
import { normaliseText } from "./text";

const RETAKE =
  /пересда|повторн[а-я]* (?:сдач|экзамен|попыт|период)|дополнительн[а-я]* (?:период|срок|этап|дн)|(?:^| )резерв(?:$| |н[а-я]* (?:дн|день|срок|период))|до апелляц/;
/** «Без учёта пересдач», «без пересдач в сентябре», «пересдачи не учтены» say the contrary. */
const WITHOUT =
  /(?:^| )(?:без|кроме|до) (?:учета )?(?:[а-я]+ )?(?:пересда|резерв|дополнительн|повторн)[а-я]*(?: (?:дн|период|срок)[а-я]*)?(?: (?:в )?сентябр[а-я]*)?|(?:пересда|резерв|дополнительн|повторн)[а-я]*(?: [а-я]+){0,4} не (?:учт|учит|вход|включ)[а-я]*|не (?:учт|учит|вход|включ)[а-я]*(?: [а-я]+){0,3} (?:пересда|резерв|дополнительн|повторн)[а-я]*(?: (?:в )?сентябр[а-я]*)?/g;
/** Some of the participants only; plain columns beside tell of all of them. */
const SUBGROUP =
  /(?:^| )(?:овз|инвалид[а-я]*|девоч[а-я]*|мальчик[а-я]*|девушк[а-я]*|девушек|юнош[а-я]*|городск[а-я]*|сельск[а-я]*|мигрант[а-я]*)(?: |$)/;

/**
 * The first text that speaks of another attempt than the first: the rules judge by the first one (domain reference,
 * Identification: retakes). ВПР are held in autumn too; ОГЭ and ЕГЭ of September are retakes.
 */
export function retakeIn(texts: readonly string[], form: Form | undefined): string | null {
  return (
    texts.find((text) => {
      const plain = normaliseText(text).replace(WITHOUT, " ");
      return RETAKE.test(plain) || (form !== undefined && form !== "ВПР" && /(?:^| )сентябр/.test(plain));
    }) ?? null
  );
}

/** A table's groups, with retakes in groups of their own and without columns of some of the participants. */
export interface SplitGrouping extends Grouping {
  readonly subgroups: readonly Column[];
  /** Without the retakes: the shape by which a layout knows its table. */
  readonly main: Grouping;
}

export function splitColumns(table: Table): SplitGrouping {
  const isSome = (column: Column): boolean => isFigure(column) && SUBGROUP.test(normaliseText(column.header));
  const isRetake = (column: Column): boolean =>
    isFigure(column) && retakeIn([column.header], formOf(column, table)) !== null;
  const some = table.columns.filter(isSome);
  const plain = table.columns.filter((column) => !isSome(column) && !isRetake(column));
  const retakes = table.columns.filter(
    (column) => !isFigure(column) || (isRetake(column) && !isSome(column)),
  );
  const main = groupColumns({ ...table, columns: plain });
  // Of some of the participants alone, or with nobody else's number beside: how they add up is not told.
  if (some.length > 0 && !main.groups.some(isComplete)) {
    const unclear = [...some, ...main.groups.flatMap(figureColumns), ...main.unclear];
    const asked: Grouping = { groups: [], unclear, unlabelled: [] };
    return { ...asked, subgroups: some, main: asked };
  }
  // Nothing plain beside them: the columns speak for themselves, or the question names them.
  if (plain.length === table.columns.length || main.groups.length === 0) return whole(groupColumns(table));
  if (!retakes.some(isFigure)) return { ...whole(main), subgroups: some };
  const again = groupColumns({ ...table, columns: retakes });
  return {
    groups: [...main.groups, ...again.groups],
    unclear: [...main.unclear, ...again.unclear],
    unlabelled: main.unlabelled,
    subgroups: some,
    main,
  };
}

function whole(main: Grouping): SplitGrouping {
  return { ...main, subgroups: [], main };
}

/** Whether a group needs no number of another: of the participants, or a share. */
function isComplete({ participants, share, passShare, marks }: Group): boolean {
  return [participants, share, passShare].some((column) => column !== undefined) || marks[5] !== undefined;
}

function formOf({ parts }: Column, table: Table): Form | undefined {
  const forms = parts.forms.size > 0 ? parts.forms : table.parts.forms;
  return (["ОГЭ", "ЕГЭ"] as const).find((form) => forms.has(form));
}

function isFigure({ role }: Column): boolean {
  return ["participants", "failed", "passed", "share", "passShare", "mark", "unknown"].includes(role);
}
