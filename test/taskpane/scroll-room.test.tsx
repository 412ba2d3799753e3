/** @jest-environment jsdom */
import "./dom";
import { render, screen } from "@testing-library/react";
import { useRef } from "react";
import { useScrollRoom } from "../../src/taskpane/parts/screen/use-scroll-room";

const PANE = 600;

function Bar({ edge }: { readonly edge: "top" | "bottom" }) {
  const bar = useRef<HTMLDivElement>(null);
  const fits = useScrollRoom(bar, edge);
  return <div ref={bar}>{fits ? "stays" : "goes with the page"}</div>;
}

beforeEach(() => {
  Object.defineProperty(window, "innerHeight", { value: PANE, configurable: true });
});
afterEach(() => {
  jest.restoreAllMocks();
});

it.each<[edge: "top" | "bottom", height: number, room: string, bar: string, why: string]>([
  ["bottom", 137, "145px", "stays", "three buttons in rows: their height and 8 px for the mark of the focus"],
  ["bottom", 200, "208px", "stays", "just a third of the pane"],
  [
    "bottom",
    217,
    "",
    "goes with the page",
    "more than a third: it would cover what it is about, so it covers nothing",
  ],
  [
    "top",
    217,
    "225px",
    "goes with the page",
    "a message of a failure stays, and the page scrolls from under it",
  ],
])("at the %s, %d px high of 600: room %j, %s (%s)", (edge, height, room, bar) => {
  jest.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(height);
  const { unmount } = render(<Bar edge={edge} />);
  const { style } = document.documentElement;
  expect(edge === "top" ? style.scrollPaddingTop : style.scrollPaddingBottom).toBe(room);
  expect(screen.getByText(bar)).toBeInTheDocument();
  unmount();
  expect([style.scrollPaddingTop, style.scrollPaddingBottom]).toEqual(["", ""]); // the next screen may have no bar
});
