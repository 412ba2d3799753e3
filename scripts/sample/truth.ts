/** What a fixture really says, written down by its generator while it paints the cells. */

/** One figure that must be read. `participants` and `failed` are null where the sheet prints a share only. */
export interface TrueResult {
  school: string;
  procedure: string;
  /** «2025/2026». */
  year: string;
  participants: number | null;
  failed: number | null;
  /** Fraction 0…1: counted where counts are known, else as printed. */
  share: number;
  sheet: string;
  /** The cells that carry the figures. */
  address: string;
}

/** Cells that stand for «no result»: н/д, a dash, a blank, zero participants. They must give no share. */
export interface TrueGap {
  school: string;
  procedure: string;
  year: string;
  sheet: string;
  address: string;
  /** The cell's text; empty for a blank, «0» where nobody took part. */
  printed: string;
}

/** Something wrong that the user must be told of, at this cell. */
export interface TrueProblem {
  sheet: string;
  address: string;
  kind: string;
  /** Other cells at which the same thing may be reported instead. */
  also?: string[];
}

export interface Truth {
  file: string;
  about: string;
  schools: { school: string; written: string[] }[];
  results: TrueResult[];
  noData: TrueGap[];
  /** Readable with good will: either the figure or a problem at the cell is right, silence is not. */
  either: TrueResult[];
  problems: TrueProblem[];
  /** A problem here is allowed and not required. */
  mayReport: TrueProblem[];
}

export interface Figures {
  participants: number;
  failed: number;
}

/** What is known of a result before its figures. */
export type Where = Omit<TrueGap, "printed">;

/** Collects the truth of one workbook. */
export class TruthBook {
  readonly results: TrueResult[] = [];
  readonly either: TrueResult[] = [];
  readonly noData: TrueGap[] = [];
  readonly problems: TrueProblem[] = [];
  readonly mayReport: TrueProblem[] = [];
  private readonly names = new Map<string, Set<string>>();

  /** A school's own name and one way in which this workbook writes it. */
  written(school: string, as: string): string {
    const known = this.names.get(school) ?? new Set<string>();
    this.names.set(school, known.add(as));
    return as;
  }

  counted(where: Where, { participants, failed }: Figures): void {
    if (participants === 0) this.gap(where, "0");
    else this.results.push(resultOf(where, participants, failed, failed / participants));
  }

  shareOnly(where: Where, share: number): void {
    this.results.push(resultOf(where, null, null, share));
  }

  goodWill(where: Where, { participants, failed }: Figures): void {
    this.either.push(resultOf(where, participants, failed, failed / participants));
  }

  gap(where: Where, printed: string): void {
    this.noData.push({ ...where, printed });
  }

  problem(sheet: string, address: string, kind: string, also: string[] = []): void {
    this.problems.push({ sheet, address, kind, ...(also.length > 0 ? { also } : {}) });
  }

  allowed(sheet: string, address: string, kind: string): void {
    this.mayReport.push({ sheet, address, kind });
  }

  close(file: string, about: string): Truth {
    const { results, noData, either, problems, mayReport } = this;
    const schools = [...this.names].map(([school, written]) => ({ school, written: [...written] }));
    return { file, about, schools, results, noData, either, problems, mayReport };
  }
}

function resultOf(
  { school, procedure, year, sheet, address }: Where,
  participants: number | null,
  failed: number | null,
  share: number,
): TrueResult {
  return { school, procedure, year, participants, failed, share, sheet, address };
}
