import "@testing-library/jest-dom";
import { configure } from "@testing-library/dom";
import { edits } from "../../src/excel/edits/edits";
import { job } from "../../src/excel/jobs/job";
import { recovered } from "../../src/excel/unfinished/recovered";
import { underWay } from "../../src/excel/runs/runs";
import { loadPaneTexts } from "../../src/locales/pane";

// a failure without the whole page in it
configure({
  getElementError: (message) => new Error(message ?? "not found"),
  asyncUtilTimeout: 4000, // the first screen of a test file is compiled while it is waited for
});

/** What Fluent asks of a browser and jsdom does not have. */
class ResizeObserverStub implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}
window.ResizeObserver = ResizeObserverStub;

// no media query holds: a light theme, no forced colours
Object.defineProperty(window, "matchMedia", {
  value: (media: string) => Object.assign(new EventTarget(), { media, matches: false }),
});

beforeAll(() => loadPaneTexts("en")); // as the page does before it paints

beforeEach(() => {
  job.setState({ phase: "idle" }, true);
  underWay.setState({ kinds: [], numbers: [], stopped: 0 }, true); // a test may leave what never ends
  recovered.setState({ last: null }, true);
  edits.setState({ count: 0, list: [], came: new Map() }, true);
});
