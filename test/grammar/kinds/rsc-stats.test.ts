import { rscStats } from "../../../grammar/kinds/rsc-stats.ts";
import { readsByShape } from "../../support/statistics.ts";

readsByShape(rscStats, "rscstats", "chimneystats");
