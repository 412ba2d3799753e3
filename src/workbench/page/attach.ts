/**
 * Runs in the frame of the add-in before any other script: asks the page around it to put the host on this window,
 * because office.js looks for it while it loads.
 */
window.parent.attachAddin?.(window);
