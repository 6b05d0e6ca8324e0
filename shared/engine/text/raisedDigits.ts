const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A text with its digits as exponents. */
export const raisedDigits = (text: string): string => text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
