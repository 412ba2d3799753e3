import type { Context } from "../objects/context";
import { defineClass } from "../objects/define-class";
import type { CommandCalls } from "./commands";
import type { FunctionCalls } from "./custom-functions";
import type { HostObject } from "./host-object";

/** Services of the runtime that office.js addresses by name; they are no part of the workbook. */
export function serviceObjects(
  functions: FunctionCalls,
  commands: CommandCalls,
  context: Context,
): ReadonlyMap<string, HostObject> {
  const customFunctions = defineClass<FunctionCalls>("CustomFunctions", {
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: () => null,
      // Features of result batching; none.
      _GetEnabledFeatures: () => [],
      SetInvocationArrayResults: (calls, [finished]) => {
        calls.settle(finished);
      },
    },
  });
  const internalService = defineClass<CommandCalls>("AddinInternalService", {
    methods: { NotifyActionHandlerReady: () => null },
  });
  // `Office.addin.showAsTaskpane()` and `hide()`.
  const runtimeService = defineClass<CommandCalls>("AppRuntimeService", {
    methods: {
      SetAppRuntimeState: (calls, [state]) => {
        calls.onPane?.(state === "Visible");
      },
    },
  });
  return new Map([
    ["Microsoft.ExcelServices.CustomFunctions", customFunctions.of(functions, context)],
    ["Microsoft.InternalService.AddinInternalService", internalService.of(commands, context)],
    ["Microsoft.AppRuntime.AppRuntimeService", runtimeService.of(commands, context)],
  ]);
}
