import { act, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { WorkbookError } from "../../src/excel/port";
import { asRun, type WriterKind } from "../../src/excel/runs/runs";
import { App } from "../../src/taskpane/app/App";
import { fakeWorkbook, gridOf, ownSheet, ROWS, type FakeWorkbook } from "./fake-workbook";

/** A workbook whose readings wait, as those of a large one do, once the test says so. */
export function slow(): { workbook: FakeWorkbook; wait: () => void; stop: () => void; answer: () => void } {
  const near = ROWS.map(([school = null, ...rest], row) => [
    row === 3 ? "Берёзовская СОШ г. Н-ска" : school,
    ...rest,
  ]);
  const workbook = fakeWorkbook([gridOf("ВПР", near)], {
    own: [ownSheet("results", "results", "Результаты", true)],
  });
  let held: { answer: () => void; stop: () => void } | null = null;
  let waits = false;
  const read: FakeWorkbook["port"]["read"] = async (progress) => {
    if (waits)
      await new Promise<void>((answer, reject) => {
        held = {
          answer,
          stop: () => {
            reject(new WorkbookError("stopped", ""));
          },
        };
      });
    return workbook.port.read(progress);
  };
  return {
    workbook: { ...workbook, port: { ...workbook.port, read } },
    wait: () => {
      waits = true;
    },
    stop: () => {
      waits = false;
      held?.stop();
    },
    answer: () => {
      waits = false;
      held?.answer();
    },
  };
}

/** The pane, which can remove sheets too. */
export function open({ port }: FakeWorkbook): UserEvent {
  const remover = { remove: () => Promise.resolve({ kind: "removed", names: [] } as const) };
  render(<App port={port} locale="ru" loadRemover={() => Promise.resolve(remover)} />);
  return userEvent.setup();
}

/** A writing of another part of the add-in, until the test ends it. */
export function writing(kind: WriterKind): () => Promise<void> {
  let end = (): void => undefined;
  let whole = Promise.resolve();
  act(() => {
    whole = asRun(kind, () => new Promise<void>((resolve) => (end = resolve)));
  });
  return () =>
    act(async () => {
      end();
      await whole;
    });
}
