const unit = require("./jest.config.js");

/** Tests in a real browser, over the page that `npm start` serves; one after another, each file builds it once. */
module.exports = {
  ...unit,
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 120000,
  maxWorkers: 1,
};
