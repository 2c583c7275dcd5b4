import { chimneyApplications } from "../../../grammar/kinds/chimney-applications.ts";
import { readsByShape } from "../../support/statistics.ts";

readsByShape(chimneyApplications, "chimneyapplications", "chimneyports");
