const unit = require("./jest.config.js");

/** Tests in a real browser, over the page that `npm start` serves; one file after another, over one build. */
module.exports = {
  ...unit,
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/e2e/global-setup.ts",
  globalTeardown: "<rootDir>/test/e2e/global-teardown.ts",
  testTimeout: 120000,
  maxWorkers: 1,
};
