export { type NodeHost, type NodeHostOptions, openHost } from "./open-host";
