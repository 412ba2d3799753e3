import { formatPercent, formatShare } from "../../domain/text/russian";

const inEnglish = (russian: string): string => russian.replace(",", ".").replace(/\s%$/, "%");

/** A number of per cent. @example percentOf(33.3) // "33.3%" */
export const percentOf = (percent: number): string => inEnglish(formatPercent(percent));

/** A share with as many decimals as it takes to see on which side of the threshold it lies. @example shareOf(0.35, 30) // "35.0%" */
export const shareOf = (share: number, threshold: number): string => inEnglish(formatShare(share, threshold));
