import { rscStats } from "../../grammar/rsc-stats.ts";
import { readsByShape } from "../support/statistics.ts";

readsByShape(rscStats, "rscstats", "chimneystats");
