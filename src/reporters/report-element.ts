/** Id of the element of an HTML report that holds the whole report as JSON. */
export const REPORT_ELEMENT = "chimneysweep-report";
